/** What may be asked now, from the server's answer and what has been answered on this device. */
import type { Letter, Review, ReviewItem } from '../api/types'
import { dayIn, interleaved, mondayOf } from '../rules/round'
import type { Waiting } from './db'

/** Where a round that was begun is kept. */
export const ROUND = 'review'

/** A card of a version, as letters name it. */
export function keyOf(version: string | undefined, card: string): string {
  return `${version}/${card}`
}

/** What may be asked today, the most valuable first: not what waits to be sent, and no more than the week has room for. */
export function offered(review: Review, waiting: readonly Waiting[], now: Date): ReviewItem[] {
  const today = dayIn(review.time_zone, now)
  const letters = waiting.map(({ letter }) => letter).filter(({ kind }) => kind === 'review')
  const played = new Set(letters.flatMap(asked))
  const isNext = mondayOf(today) > review.week.starts_on
  const week = isNext ? mondayOf(today) : review.week.starts_on
  const room = (isNext ? review.per_week : review.left_this_week) - unsentIn(week, letters, review.time_zone)
  const due = review.items.filter(({ asked_from, version, card }) => asked_from <= today && !played.has(keyOf(version, card)))
  return due.slice(0, Math.max(0, room))
}

function unsentIn(week: string, letters: readonly Letter[], zone: string): number {
  const inWeek = ({ started_at, finished_at }: Letter) => mondayOf(dayIn(zone, new Date(finished_at ?? started_at))) >= week
  return letters.filter(inWeek).reduce((sum, letter) => sum + asked(letter).length, 0)
}

/** What a letter tells of, each card once. */
function asked({ answers }: Letter): string[] {
  return [...new Set(answers.map(({ module_version, card }) => keyOf(module_version, card)))]
}

/** The next round, look-alikes mixed. */
export function roundOf(review: Review, items: readonly ReviewItem[]): ReviewItem[] {
  const chosen = items.slice(0, review.per_round)
  return interleaved(chosen.map(({ topic }) => topic.id)).flatMap((place) => chosen[place] ?? [])
}

/** Whole minutes for so many questions, rounded up. */
export function minutesOf(review: Review, count: number): number {
  return Math.ceil((count * review.seconds_each) / 60)
}

/** The answer as it is once the server has taken a letter in, until it has been asked again. */
export function without(review: Review, letter: Letter): Review {
  const played = new Set(asked(letter))
  const items = review.items.filter(({ version, card }) => !played.has(keyOf(version, card)))
  return { ...review, items, left_this_week: Math.max(0, review.left_this_week - played.size) }
}
