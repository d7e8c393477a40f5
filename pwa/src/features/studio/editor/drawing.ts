/** Where things lie on a picture, in fractions of it, four decimals, never outside. */
import type { Thing } from './places'

export type Point = { x: number; y: number }

const LEAST = 0.03

export const round = (value: number): number => Math.round(value * 10_000) / 10_000
const within = (value: number, least: number, most: number): number => round(Math.min(Math.max(value, least), Math.max(least, most)))

const number = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0)

/** The thing with its middle, or its corner where it is a box, moved by so much. */
export function shifted(thing: Thing, by: Point): Thing {
  const [w, h] = [number(thing.w), number(thing.h)]
  return { ...thing, x: within(number(thing.x) + by.x, 0, 1 - w), y: within(number(thing.y) + by.y, 0, 1 - h) }
}

/** A box with its lower right corner moved by so much. */
export function stretched(thing: Thing, by: Point): Thing {
  const [x, y] = [number(thing.x), number(thing.y)]
  return { ...thing, w: within(number(thing.w) + by.x, LEAST, 1 - x), h: within(number(thing.h) + by.y, LEAST, 1 - y) }
}

/** The thing with its middle there. */
export function centred(thing: Thing, { x, y }: Point): Thing {
  const [w, h] = [number(thing.w), number(thing.h)]
  return shifted({ ...thing, x: 0, y: 0 }, { x: x - w / 2, y: y - h / 2 })
}
