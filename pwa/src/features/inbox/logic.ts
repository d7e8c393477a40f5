/** What the inbox decides without a screen. */
import type { Inbox, Nudge } from '../../api/types'

/** The nudges that the server does not know as read. */
export function unread(items: readonly Nudge[]): string[] {
  return items.filter(({ read_at }) => read_at === null).map(({ id }) => id)
}

/** Pages one after the other, each nudge once: a new one moves the others on. */
export function together(first: Inbox, more: readonly Inbox[]): Nudge[] {
  const all = [first, ...more].flatMap(({ items }) => items)
  return [...new Map(all.map((nudge) => [nudge.id, nudge])).values()]
}

export type When = { kind: 'due' | 'open'; at: string } | { kind: 'over' } | { kind: 'none' }

/** What the line below a nudge says of time: its deadline, until when it is open, or that the week is over. */
export function whenOf(nudge: Nudge, now: number): When {
  const [first] = nudge.quests
  if (!first) return { kind: 'none' }
  if (first.deadline_at && Date.parse(first.deadline_at) > now) return { kind: 'due', at: first.deadline_at }
  return Date.parse(first.closes_at) > now ? { kind: 'open', at: first.closes_at } : { kind: 'over' }
}
