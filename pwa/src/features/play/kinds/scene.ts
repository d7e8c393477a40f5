/** Where in a picture something is. Measures of regions are fractions of it, those of the picture pixels. */
import type { Region } from '../../../rules/cards'

export type Point = { x: number; y: number }
export type Size = { width: number; height: number }

/** How far beside a region a finger may come down and still mean it. */
const NEAR = 24

/** The region that is meant by a touch: the smallest one it is in, else the nearest one close by; null beside all of them. */
export function regionAt(regions: readonly Region[], at: Point, picture: Size): Region | null {
  const within = regions.filter((region) => far(region, at, picture) === 0)
  if (within.length > 0) return least(within, ({ w, h }) => w * h)
  const nearest = least(regions, (region) => far(region, at, picture))
  return nearest && far(nearest, at, picture) <= NEAR ? nearest : null
}

/** Pixels from a point, given as fractions, to the nearest edge of a region; 0 inside it. */
function far({ x, y, w, h }: Region, at: Point, { width, height }: Size): number {
  const beside = (place: number, from: number, size: number) => Math.max(from - place, 0, place - from - size)
  return Math.hypot(beside(at.x, x, w) * width, beside(at.y, y, h) * height)
}

function least<Thing>(all: readonly Thing[], measure: (one: Thing) => number): Thing | null {
  return all.reduce<Thing | null>((best, one) => (best !== null && measure(best) <= measure(one) ? best : one), null)
}
