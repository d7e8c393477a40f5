/** What the screens of questions decide without a screen. */
import type { HelpRequest, HelpThread, Page } from '../../api/types'
import type { Written } from '../../offline/db'

export const LONGEST = 600
const MOST_NAMES = 3
/** How much of the room must be used before the rest is counted out. */
const COUNTED_FROM = 100

/** The names of who is asked, at most three, and how many more there are. */
export function namesOf(helpers: readonly { name: string }[], others: (count: number) => string): string[] {
  const names = helpers.slice(0, MOST_NAMES).map(({ name }) => name)
  return helpers.length > MOST_NAMES ? [...names, others(helpers.length - MOST_NAMES)] : names
}

/** How many characters are left, where that is worth saying. */
export function leftOf(text: string): number | null {
  const left = LONGEST - text.length
  return left <= COUNTED_FROM ? left : null
}

/** The field that a new question is written in, one for each post and card. */
export function placeOf(about: { activity: string; card: string | null } | null): string {
  return about ? `ny/${about.activity}/${about.card ?? ''}` : 'ny'
}

/** New questions handed in and not with the server; what it tells of already is left out. */
export function notSent(unsent: readonly Written[], mine: readonly HelpRequest[]): Written[] {
  const known = new Set(mine.map(({ key }) => key))
  return unsent.filter(({ id, request }) => request === null && !known.has(id))
}

/** Replies handed in and not with the server. */
export function repliesNotSent(unsent: readonly Written[], request: string): Written[] {
  return unsent.filter((one) => one.request === request)
}

/** What may be done in a question by who looks at it. */
export function mayDo({ mine, state }: Pick<HelpThread, 'mine' | 'state'>) {
  return {
    write: state !== 'closed',
    thank: mine && state === 'answered',
    withdraw: mine && state === 'open',
    mark: !mine && state === 'open',
  }
}

/** Pages one after the other, each question once. */
export function together(pages: readonly Page<HelpRequest>[]): HelpRequest[] {
  return [...new Map(pages.flatMap(({ items }) => items).map((one) => [one.id, one])).values()]
}
