/** Progress as the person knows it: the server's, and what is finished here and not yet counted there. */
import type { Activity, Quest } from '../api/types'
import type { Waiting } from './db'

/** `run/activity` of all that is finished on this device, sent or not. */
export function finishedHere(waiting: readonly Waiting[], taken: ReadonlySet<string>): Set<string> {
  const own = waiting.filter(({ about }) => about.complete).map(({ about }) => `${about.run}/${about.activity}`)
  const skipped = waiting.flatMap(({ letter }) => (letter.kind === 'skip' ? (letter.activities ?? []).map((one) => `${letter.run}/${one}`) : []))
  return new Set([...taken, ...own, ...skipped])
}

/** The quest with own finished activities marked done, and its counts, minutes and next post to match. */
export function withOwn(quest: Quest, finished: ReadonlySet<string>): Quest {
  const isNew = (one: Activity): boolean => !one.done && finished.has(`${quest.run}/${one.id}`)
  const fresh = quest.activities.filter(isNew)
  if (fresh.length === 0) return quest
  const activities = quest.activities.map((one) => (isNew(one) ? { ...one, done: true } : one))
  const counted = fresh.filter(({ optional }) => !optional).length
  const done = Math.min(quest.progress.total, quest.progress.done + counted)
  return { ...quest, activities, progress: { ...quest.progress, done }, minutes_left: minutes(activities), next: nextOf(activities) }
}

/** Whole minutes for what remains, rounded up. */
export function minutes(activities: readonly Activity[]): number {
  const left = activities.filter(({ done, optional }) => !done && !optional)
  return Math.ceil(left.reduce((sum, { seconds }) => sum + seconds, 0) / 60)
}

function nextOf(activities: readonly Activity[]): Quest['next'] {
  const next = activities.find(({ done, optional }) => !done && !optional) ?? activities.find(({ done }) => !done)
  if (!next) return null
  const { id: activity, kind, version, title, seconds } = next
  return { activity, kind, version, title, seconds }
}

/** Whether every activity that counts is done. */
export function isDone(quest: Quest): boolean {
  return quest.progress.done >= quest.progress.total
}
