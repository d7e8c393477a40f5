/** What a finished attempt is likely to earn, shown until the server has counted. */
import type { Exercise } from './cards'
import { tooQuick } from './reading'

export type Entry = { kind: string; points: number; count: number }
export type Try = { card: string; right: boolean; seconds: number }

const FIRST = 10
const LATER = 5
const DONE = 20
const RECALL = 10
export const RECALL_DAYS = 3

/**
 * The entries of a first, whole attempt, in the order they are told. An exercise earns once: 10 when the first
 * try is right, else 5 at the first right one; a try quicker than its text can be read closes it with nothing.
 */
export function estimate(exercises: readonly Exercise[], tries: readonly Try[]): Entry[] {
  let first = 0
  let later = 0
  let done = true
  for (const card of exercises) {
    const own = tries.filter((attempt) => attempt.card === card.id)
    const right = own.findIndex((attempt) => attempt.right)
    if (right < 0) done = false
    else if (own.slice(0, right + 1).some((attempt) => tooQuick(card, attempt.seconds))) continue
    else if (right === 0) first += 1
    else later += 1
  }
  const entries: Entry[] = [
    { kind: 'exercise_first', points: FIRST * first, count: first },
    { kind: 'exercise_later', points: LATER * later, count: later },
    { kind: 'module', points: done ? DONE : 0, count: done ? 1 : 0 },
  ]
  return entries.filter((entry) => entry.count > 0)
}

/** What a round of reviews is likely to earn: 10 for each recalled that had not been seen for three days. */
export function recalled(count: number): Entry[] {
  return count > 0 ? [{ kind: 'recall', points: RECALL * count, count }] : []
}

/** The sum of a list of entries. */
export function sum(entries: readonly Entry[]): number {
  return entries.reduce((total, entry) => total + entry.points, 0)
}
