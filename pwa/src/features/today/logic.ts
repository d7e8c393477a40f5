/** What I dag shows, from the server's answer and what is finished on the device. */
import type { Activity, Quest, Today } from '../../api/types'
import type { Waiting } from '../../offline/db'
import { isDone, withOwn } from '../../offline/progress'
import { playAddress, questAddress } from '../../router'

export type PostState = 'done' | 'begun' | 'open'
export type Post = { number: number; activity: Activity; state: PostState; here: boolean }

export type Step =
  | { kind: 'start' | 'resume' | 'take'; number: number; to: string }
  | { kind: 'other' | 'catch_up'; title: string; to: string }
  | { kind: 'path' | 'explore'; to: string }

/** Letters older than this still waiting are worth a word; younger ones are on their way. */
const PATIENCE = 10_000

/** Today with own finished posts counted in. */
export function known(today: Today, finished: ReadonlySet<string>): Today {
  const own = (quest: Quest): Quest => withOwn(quest, finished)
  return {
    ...today,
    quest: today.quest && own(today.quest),
    quests: today.quests.map(own),
    catch_up: today.catch_up.map(own).filter((quest) => !isDone(quest)),
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

/** The one thing to do next: this quest, then another open one, then what was left behind, else the whole path. */
export function nextStep(today: Today, begun: ReadonlySet<string>): Step {
  const { quest } = today
  const post = quest && !isDone(quest) ? postsOf(quest, begun).find(({ here }) => here) : undefined
  if (quest && post) {
    const kind = post.state === 'begun' ? 'resume' : quest.progress.done === 0 ? 'start' : 'take'
    return { kind, number: post.number, to: playAddress(quest.id, post.activity.id) }
  }
  const other = others(today).find((one) => !isDone(one))
  if (other) return { kind: 'other', title: other.title, to: questAddress(other.id) }
  const [behind] = today.catch_up
  if (behind) return { kind: 'catch_up', title: behind.title, to: questAddress(behind.id) }
  return isEmpty(today) ? { kind: 'explore', to: '/loype/utforsk' } : { kind: 'path', to: '/loype' }
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
