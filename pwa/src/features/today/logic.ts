/** What I dag shows, from the server's answer and what is finished on the device. */
import type { Activity, ExamTerms, Quest, Today } from '../../api/types'
import type { Waiting } from '../../offline/db'
import { isDone, withOwn } from '../../offline/progress'
import { REVIEW, playAddress, testAddress } from '../../router'
import { type Facts, type Next, nextOf } from '../../rules/next'

export type PostState = 'done' | 'begun' | 'open'
export type Post = { number: number; activity: Activity; state: PostState; here: boolean }

/** `number` and `week` are of the post and its quest, where it leads to one; `title` too, unless it is on the map. */
export type Step = Next & { to: string; number: number | null; title: string | null; week: number | null }

/** What only this device knows: the time, what is begun here, and whether there is a network. */
export type Here = { now: Date; begun: ReadonlySet<string>; online: boolean }

/** How near a deadline is near, for an answer kept by an earlier version. */
const DUE_DAYS = 3

/** Letters older than this still waiting are worth a word; younger ones are on their way. */
const PATIENCE = 10_000

/** Today with own finished posts counted in, and what of the reviews and tests has been asked already left out. */
export function known(
  today: Today, finished: ReadonlySet<string>, waiting: readonly Waiting[] = [], due = today.review.due,
): Today {
  const own = (quest: Quest): Quest => withOwn(quest, finished)
  return {
    ...today,
    review: { ...today.review, due },
    quest: today.quest && own(today.quest),
    quests: today.quests.map(own),
    catch_up: today.catch_up.map(own).filter((quest) => !isDone(quest)),
    pilots: (today.pilots ?? []).map(own), // an answer kept by an earlier version has none
    tests: (today.tests ?? []).filter(({ run, kind }) => !waiting.some(({ letter }) => letter.kind === kind && letter.run === run)),
  }
}

/** The posts of a quest in order. `here` is where one goes on: what is begun first, else the next. */
export function postsOf(quest: Quest, begun: ReadonlySet<string>): Post[] {
  const here = current(quest, begun)
  return quest.activities.map((activity, index) => ({
    number: index + 1,
    activity,
    state: activity.done ? 'done' : begun.has(activity.id) ? 'begun' : 'open',
    here: activity.id === here?.id,
  }))
}

function current(quest: Quest, begun: ReadonlySet<string>): Activity | undefined {
  const left = quest.activities.filter(({ done }) => !done)
  const counted = left.filter(({ optional }) => !optional)
  return left.find(({ id }) => begun.has(id)) ?? left.find(({ id }) => id === quest.next?.activity) ?? counted[0]
}

/** What *Fortsett* leads to now, and why; the rule is the server's, the facts are what this device knows. */
export function stepOf(today: Today, here: Here): Step {
  const next = nextOf(factsOf(today, here))
  const { quest, number } = postIn(today, next)
  return { ...next, to: addressOf(next), number, title: quest && quest.id !== today.quest?.id ? quest.title : null, week: quest?.week.week ?? null }
}

/** What the rule rests on: own finished posts are counted in already (`known`), what is begun is known only here. */
export function factsOf(today: Today, here: Here): Facts {
  const { now } = here
  return {
    now: now.toISOString(),
    due_days: today.due_days ?? DUE_DAYS,
    stages: [...today.quests, ...today.catch_up].map((quest) => ({ ...quest, quest: quest.id, posts: leftOf(quest, here) })),
    goal_met: goalLeft(today) === 0,
    review_due: today.review.due,
    tests: today.tests ?? [], // an answer kept by an earlier version has none
    coming: today.coming !== null,
  }
}

function leftOf({ activities }: Quest, here: Here): Facts['stages'][number]['posts'] {
  const { begun } = here
  return activities.filter(({ done }) => !done).map(({ id, optional, exam }) => (
    { activity: id, optional, begun: begun.has(id), waits: exam !== undefined && !begun.has(id) && waits(exam, here) }
  ))
}

/** Whether an exam cannot be begun now: there is no network, or the day's attempts are used. */
function waits({ attempts_left: left, next_at: next }: ExamTerms, { now, online }: Here): boolean {
  return !online || (left === 0 && next !== null && Date.parse(next) > now.getTime())
}

function postIn(today: Today, next: Next): { quest: Quest | null; number: number | null } {
  const all = [...today.quests, ...today.catch_up]
  const quest = all.find(({ id, run }) => id === next.quest && run === next.run) ?? null
  const place = quest?.activities.findIndex(({ id }) => id === next.activity) ?? -1
  return { quest, number: place < 0 ? null : place + 1 }
}

function addressOf({ kind, quest, activity, run }: Next): string {
  switch (kind) {
    case 'post':
      return playAddress(quest ?? '', activity ?? '')
    case 'review':
      return REVIEW
    case 'before':
    case 'after':
      return testAddress(run ?? '', kind)
    case 'path':
      return '/loype'
    case 'explore':
      return '/loype/utforsk'
  }
}

/** Whether the person is in nothing at all: nothing open, left behind or coming. */
export function isEmpty(today: Today): boolean {
  return today.quest === null && today.quests.length === 0 && today.catch_up.length === 0 && today.coming === null
}

/** Whether all that is open is done, so that there is room for something of one's own choice. */
export function isFree(today: Today): boolean {
  return today.quests.every(isDone)
}

/** How many posts remain to the person's own goal for the week, own finished ones counted; null without a goal. */
export function goalLeft(today: Today): number | null {
  if (!today.goal) return null
  const done = today.quests.reduce((sum, { progress }) => sum + progress.done, 0)
  return Math.max(0, today.goal.need - done)
}

/** The open quests beside the one on the map. */
export function others(today: Today): Quest[] {
  return today.quests.filter(({ id }) => id !== today.quest?.id)
}

/** How many posts of a quest remain. */
export function left(quest: Quest): number {
  return quest.progress.total - quest.progress.done
}

/** How many letters have waited longer than sending takes. */
export function lingering(waiting: readonly Waiting[], now: number): number {
  return waiting.filter(({ at }) => now - Date.parse(at) > PATIENCE).length
}
