/** Paths and quests as the person knows them. */
import type { Activity, Bests, Path, PathQuest, Quest } from '../../api/types'
import type { Waiting } from '../../offline/db'

/** Posts finished here and not yet counted by the server, by run and quest. */
export function ownByQuest(waiting: readonly Waiting[]): Map<string, { posts: number; seconds: number }> {
  const own = new Map<string, { posts: number; seconds: number }>()
  const seen = new Set<string>()
  for (const { about } of waiting) {
    const post = `${about.run}/${about.activity}`
    if (!about.complete || seen.has(post)) continue
    seen.add(post)
    const key = `${about.run}/${about.quest}`
    const before = own.get(key) ?? { posts: 0, seconds: 0 }
    own.set(key, { posts: before.posts + 1, seconds: before.seconds + about.seconds })
  }
  return own
}

/** The path with own unsent posts counted in. A post already counted never counts above the total. */
export function withOwn(path: Path, waiting: readonly Waiting[]): Path {
  const own = ownByQuest(waiting)
  let [posts, minutes, finished] = [0, 0, 0]
  const quests = path.quests.map((quest): PathQuest => {
    const extra = own.get(`${path.run}/${quest.id}`)
    if (!extra) return quest
    const done = Math.min(quest.progress.total, quest.progress.done + extra.posts)
    const left = Math.max(0, quest.minutes_left - Math.floor(extra.seconds / 60))
    const isDone = done === quest.progress.total
    posts += done - quest.progress.done
    minutes += quest.minutes_left - (isDone ? 0 : left)
    if (isDone && quest.state !== 'done') finished += 1
    return { ...quest, progress: { ...quest.progress, done }, minutes_left: isDone ? 0 : left, state: isDone ? 'done' : quest.state }
  })
  return {
    ...path,
    quests,
    progress: { ...path.progress, done: path.progress.done + posts },
    quests_done: { ...path.quests_done, done: path.quests_done.done + finished },
    minutes_left: Math.max(0, path.minutes_left - minutes),
  }
}

/** The week that is in view first: the one running now, else the next to come, else the last. */
export function currentOf(path: Path, now: number): PathQuest | null {
  const running = path.quests.filter(({ opens_at, closes_at }) => Date.parse(opens_at) <= now && now < Date.parse(closes_at))
  const coming = path.quests.find(({ opens_at }) => Date.parse(opens_at) > now)
  return running.at(-1) ?? coming ?? path.quests.at(-1) ?? null
}

/** The first post of a quest that is not done, with its number; null when all are. */
export function nextPost(quest: Quest, begun: ReadonlySet<string>): { number: number; id: string } | null {
  const left = quest.activities.map((activity, index) => ({ ...activity, number: index + 1 })).filter(({ done }) => !done)
  const next = left.find(({ id }) => begun.has(id)) ?? left.find(({ optional }) => !optional) ?? left[0]
  return next ? { number: next.number, id: next.id } : null
}

/** What is open and not done comes first, then what comes, last what is in goal; each with what must be taken first. */
export function inOrder(paths: readonly Path[]): Path[] {
  const place = ({ progress, quests }: Path): number => {
    if (progress.done >= progress.total) return 2
    return quests.some(({ state }) => state === 'open' || state === 'catch_up') ? 0 : 1
  }
  return [...paths].sort((a, b) => place(a) - place(b) || Number(b.mandatory) - Number(a.mandatory))
}

export type Group = { kind: 'now' | 'open' | 'coming' | 'done'; quests: PathQuest[] }

/** The stages in the order a person needs them: this week, what is open from before, what comes, what is in goal. */
export function grouped(path: Path, now: number): Group[] {
  const current = currentOf(path, now)
  const isNow = (quest: PathQuest): boolean => quest.id === current?.id && quest.state !== 'coming' && Date.parse(quest.closes_at) > now
  const others = path.quests.filter((quest) => !isNow(quest))
  const groups: Group[] = [
    { kind: 'now', quests: path.quests.filter(isNow) },
    { kind: 'open', quests: others.filter(({ state }) => state === 'open' || state === 'catch_up') },
    { kind: 'coming', quests: others.filter(({ state }) => state === 'coming') },
    { kind: 'done', quests: others.filter(({ state }) => state === 'done') },
  ]
  return groups.filter(({ quests }) => quests.length > 0)
}

/** The stars of a post's conversation, of several the fewest; null where none has been played to a good end. */
export function starsOf(bests: Bests | null, { module }: Pick<Activity, 'module'>): number | null {
  const stars = (bests?.items ?? []).filter((best) => best.module === module).map((best) => best.stars)
  return stars.length === 0 ? null : Math.min(...stars)
}
