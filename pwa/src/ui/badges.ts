/** The badges' drawings: a patch of ground with contours, and on it what one meets on a trail. */

/** `line`, `dots`, `ink` and `wood` are strokes, the rest fills. */
export type Paint = 'white' | 'flag' | 'lichen' | 'water' | 'moonlight' | 'line' | 'dots' | 'ink' | 'wood'
export type Drawing = { ground: string; shapes: readonly (readonly [Paint, string])[] }

export const GROUND = 'M31 3C47 1 62 14 61 32S47 62 31 61 2 49 3 31 16 5 31 3z'
export const RIDGE = 'M32 8C44 7 56 17 56 32S44 57 32 56 7 46 8 32 19 9 32 8z'

const circle = (x: number, y: number, r: number): string => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`

export const DRAWINGS: Record<string, Drawing> = {
  flag: {
    ground: '#2B6CB0',
    shapes: [['wood', 'M32 40v13'], ['white', 'M20 16h24L20 40z'], ['flag', 'M44 16v24H20z']],
  },
  card: {
    ground: '#1E6B4F',
    shapes: [['white', 'M14 20h36v26H14z'], ['ink', 'M20 28h0M28 27h0M36 29h0M44 27h0M21 38h0M28 39h0M36 38h0M44 39h0']],
  },
  range: {
    ground: '#22344F',
    shapes: [['white', 'M7 46l13-19 7 9 10-18 20 28z'], ['lichen', 'M7 46l13-19 13 19z'], ['flag', 'M37 18V8l10 4-10 4z'], ['line', 'M37 18V8']],
  },
  target: {
    ground: '#0F3D2E',
    shapes: [['line', circle(32, 32, 19)], ['wood', 'M32 36v8'], ['white', 'M24 20h16L24 36z'], ['flag', 'M40 20v16H24z']],
  },
  trail: {
    ground: '#1E6B4F',
    shapes: [['dots', 'M15 47c9-16 20 1 29-17'], ['line', circle(46, 23, 8)], ['flag', circle(46, 23, 3)], ['lichen', 'M17 24l7 13H10z']],
  },
  peak: {
    ground: '#2B6CB0',
    shapes: [['white', 'M10 47l22-31 22 31z'], ['ink', 'M24 39c6-4 10 3 17-1M28 30c3-2 6 2 8 0'], ['wood', 'M32 16V7'], ['flag', 'M32 6l11 4-11 4z']],
  },
  cairn: {
    ground: '#7A4A1E',
    shapes: [
      ['white', 'M18 45h29a4 4 0 0 1 0 9H18a4 4 0 0 1 0-9z'], ['moonlight', 'M21 35h21a4 4 0 0 1 1 9H22a4 4 0 0 1-1-9z'],
      ['white', 'M26 25h14a4 4 0 0 1 0 9H25a4 4 0 0 1 1-9z'], ['lichen', 'M29 14h6a5 5 0 0 1 0 10h-6a5 5 0 0 1 0-10z'],
    ],
  },
  spruce: {
    ground: '#0F3D2E',
    shapes: [['wood', 'M32 46v9'], ['lichen', 'M32 8l9 13h-4l9 12h-5l9 14H14l9-14h-5l9-12h-4z']],
  },
  rings: {
    ground: '#7A4A1E',
    shapes: [['line', circle(32, 32, 19)], ['line', circle(31, 32, 13)], ['line', circle(33, 31, 7)], ['lichen', circle(33, 31, 3)]],
  },
  talk: {
    ground: '#6B3F7A',
    shapes: [['white', 'M12 16h29v19H25l-8 8v-8h-5z'], ['lichen', 'M44 24h9v18h-4v7l-7-7H29v-4h15z'], ['ink', 'M20 25h0M27 25h0M34 25h0']],
  },
  contours: {
    ground: '#1E6B4F',
    shapes: [
      ['line', 'M12 43c-2-11 8-14 14-16s7-14 15-13 13 12 11 22-10 15-20 14-18 2-20-7z'],
      ['line', 'M20 42c0-6 7-7 11-10s5-10 9-9 7 7 5 13-7 8-12 7-13 3-13-1z'], ['flag', 'M32 48V37h-6l9-12 9 12h-6v11z'],
    ],
  },
  compass: {
    ground: '#6B3F7A',
    shapes: [['line', circle(32, 32, 20)], ['flag', 'M40 17l-4 18-8-5z'], ['white', 'M24 47l4-17 8 5z']],
  },
  signpost: {
    ground: '#6B3F7A',
    shapes: [['wood', 'M32 11v44'], ['white', 'M17 15h24l7 6-7 6H17z'], ['lichen', 'M47 31H24l-7 6 7 6h23z']],
  },
  lake: {
    ground: '#0F3D2E',
    shapes: [
      ['lichen', 'M18 31l6-16 6 16z'], ['lichen', 'M33 29l6-18 6 18z'],
      ['water', 'M12 40c3-9 12-11 20-11s17 2 20 11-9 13-20 13-22-4-20-13z'], ['line', 'M22 38c4-2 6 2 10 0s6 2 10 0M26 46c3-2 6 2 11 0'],
    ],
  },
  moon: {
    ground: '#22344F',
    shapes: [['moonlight', 'M38 12a20 20 0 1 0 13 31A17 17 0 0 1 38 12z'], ['line', 'M46 19h0M53 28h0M44 30h0']],
  },
}
