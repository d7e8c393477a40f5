/** The trail across the map: where posts stand, and how far one has come. Measures are of a picture 360 × 216. */
export type Point = { x: number; y: number }

export const WIDTH = 360
export const HEIGHT = 216
export const START: Point = { x: 30, y: 182 }
export const GOAL: Point = { x: 96, y: 48 }

type Curve = readonly [Point, Point, Point, Point]

const p = (x: number, y: number): Point => ({ x, y })
const CURVES: readonly Curve[] = [
  [p(30, 182), p(54, 196), p(70, 188), p(88, 174)],
  [p(88, 174), p(106, 160), p(138, 148), p(168, 162)],
  [p(168, 162), p(198, 176), p(222, 190), p(250, 180)],
  [p(250, 180), p(278, 170), p(300, 142), p(302, 128)],
  [p(302, 128), p(296, 92), p(236, 106), p(194, 88)],
  [p(194, 88), p(152, 70), p(132, 58), p(106, 52)],
]
const STEPS = 16

function at([a, b, c, d]: Curve, t: number): Point {
  const u = 1 - t
  const mix = (k: 'x' | 'y'): number => u ** 3 * a[k] + 3 * u * u * t * b[k] + 3 * u * t * t * c[k] + t ** 3 * d[k]
  return { x: mix('x'), y: mix('y') }
}

const LINE: readonly Point[] = [
  START,
  ...CURVES.flatMap((curve) => Array.from({ length: STEPS }, (_, step) => at(curve, (step + 1) / STEPS))),
]
const LENGTHS: readonly number[] = LINE.map((_, index) =>
  LINE.slice(1, index + 1).reduce((sum, point, i) => sum + distance(LINE[i] ?? point, point), 0),
)
const TOTAL = LENGTHS.at(-1) ?? 0

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y)
}

/** The share of the trail at which post `index` of `count` stands: evenly, with room at both ends. */
export function shareOf(index: number, count: number): number {
  return (index + 1) / (count + 1)
}

/** The point at a share of the trail, 0 the start and 1 the goal. */
export function pointAt(share: number): Point {
  const wanted = share * TOTAL
  const after = Math.max(1, LENGTHS.findIndex((length) => length >= wanted))
  const [from, to] = [LINE[after - 1] ?? START, LINE[after] ?? GOAL]
  const [low, high] = [LENGTHS[after - 1] ?? 0, LENGTHS[after] ?? TOTAL]
  const part = high > low ? (wanted - low) / (high - low) : 0
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
}

/** The trail between two shares as the `d` of a path. */
export function drawn(from: number, to: number): string {
  const between = LINE.filter((_, index) => (LENGTHS[index] ?? 0) > from * TOTAL && (LENGTHS[index] ?? 0) < to * TOTAL)
  const points = [pointAt(from), ...between, pointAt(to)]
  return `M${points.map(({ x, y }) => `${round(x)} ${round(y)}`).join('L')}`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
