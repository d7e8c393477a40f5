/** What one knows as a landscape: a hill a topic, higher the more of it is mastered, and how it has grown by week. */
import type { Mastered } from '../../api/types'

export type Topic = Mastered['topics'][number]

export const RINGS = 5
export const MOST_HILLS = 6

/** How many of a hill's contours are drawn in full: one for what is met, one more at the first thing mastered, all with all of it. */
export function height({ met, mastered }: Topic): number {
  const of = met.at(-1) ?? 0
  const known = mastered.at(-1) ?? 0
  if (of === 0) return 0
  return known >= of ? RINGS : 1 + Math.min(RINGS - 2, Math.ceil(((RINGS - 1) * known) / of))
}

/** The sums of all topics by week. */
export function totals(topics: readonly Topic[], what: 'met' | 'mastered'): number[] {
  const weeks = topics[0]?.[what].length ?? 0
  return Array.from({ length: weeks }, (_, week) => topics.reduce((sum, topic) => sum + (topic[what][week] ?? 0), 0))
}

/** The upper edge of a profile through these figures, week by week, in a box of that width and height. */
export function edge(figures: readonly number[], most: number, width: number, tall: number): [number, number][] {
  const step = figures.length > 1 ? width / (figures.length - 1) : 0
  return figures.map((figure, week) => [Math.round(10 * week * step) / 10, Math.round(10 * tall * (1 - figure / Math.max(1, most))) / 10])
}

/** The bands of a profile, one a topic, each on top of those before it: as paths, the lowest first. */
export function bands(topics: readonly Topic[], most: number, width: number, tall: number): string[] {
  let below = totals(topics, 'mastered').map(() => 0)
  return topics.map(({ mastered }) => {
    const above = below.map((figure, week) => figure + (mastered[week] ?? 0))
    const path = closed(edge(above, most, width, tall), edge(below, most, width, tall))
    below = above
    return path
  })
}

function closed(upper: readonly [number, number][], lower: readonly [number, number][]): string {
  return `M${[...upper, ...lower.toReversed()].map(([x, y]) => `${x} ${y}`).join('L')}z`
}

export function line(points: readonly [number, number][]): string {
  return `M${points.map(([x, y]) => `${x} ${y}`).join('L')}`
}
