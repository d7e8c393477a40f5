/** How waiting letters are cut into calls. */
import type { Letter } from '../api/types'

export const MOST_LETTERS = 100
export const MOST_BYTES = 240 * 1024
const ENVELOPE = 64

const bytes = (letter: Letter): number => new TextEncoder().encode(JSON.stringify(letter)).length + 1

/** The first letters that fit in one call; always at least one where there is any. */
export function firstBatch<Item extends { letter: Letter }>(items: readonly Item[], most = MOST_LETTERS): Item[] {
  const batch: Item[] = []
  let size = ENVELOPE
  for (const item of items) {
    size += bytes(item.letter)
    if (batch.length >= most || (batch.length > 0 && size > MOST_BYTES)) break
    batch.push(item)
  }
  return batch
}

/** Milliseconds to wait after the n-th failure in a row: 5 s, 10 s, … five minutes, spread by `chance` in 0..1. */
export function backOff(failures: number, chance: number): number {
  const full = Math.min(5_000 * 2 ** Math.max(0, failures - 1), 300_000)
  return Math.round(full * (0.5 + chance / 2))
}
