/** What a rating of a post is made of. */
import type { Rating } from '../../api/types'
import type { Written } from '../../offline/db'

export const LONGEST = 500
/** How much of the room must be used before the rest is counted out. */
const COUNTED_FROM = 100

/** Why a post was, or was not, of use: in the order they are offered. */
export const REASONS = {
  useful: ['clear', 'for_my_work', 'new_to_me', 'well_made'],
  not: ['known', 'not_my_work', 'unclear', 'wrong', 'too_long', 'technical'],
} as const

export type Said = { useful: boolean; reason: string | null; text: string }

/** What a person has said of a version: what waits here before what the server has. */
export function saidOf(version: string, waiting: readonly Written[], known: readonly Rating[]): Said | null {
  const here = waiting.find(({ rating }) => rating?.version === version)
  if (here?.rating) return { useful: here.rating.useful, reason: here.rating.reason, text: here.text }
  const there = known.find((one) => one.version === version)
  return there ? { useful: there.useful, reason: there.reason, text: there.text } : null
}

/** What is said when somebody taps one of the two: the reason of the other does not go with it. */
export function tapped(before: Said | null, useful: boolean): Said {
  return { useful, reason: before?.useful === useful ? before.reason : null, text: before?.text ?? '' }
}

/** The same with a reason, or without where that one was chosen already. */
export function because(said: Said, reason: string): Said {
  return { ...said, reason: said.reason === reason ? null : reason }
}

/** How many characters are left, where that is worth saying. */
export function leftOf(text: string): number | null {
  const left = LONGEST - text.length
  return left <= COUNTED_FROM ? left : null
}
