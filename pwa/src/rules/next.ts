/** What *Fortsett* leads to: the same rule as the server's `app/home/next.py`, which says why it is so. */
export type Post = { activity: string; begun: boolean; optional: boolean; waits: boolean }
export type Stage = {
  quest: string; run: string; opened_at: string; closes_at: string; deadline_at: string | null; posts: readonly Post[]
}
export type OfferedTest = { run: string; kind: 'before' | 'after' }

/** All that the choice rests on. `waits`: cannot be played now; `due_days`: from when on a deadline is near. */
export type Facts = {
  now: string; due_days: number; stages: readonly Stage[]; goal_met: boolean; review_due: number
  tests: readonly OfferedTest[]; coming: boolean
}

export type Kind = 'post' | 'review' | 'before' | 'after' | 'path' | 'explore'
export type Reason =
  | 'due' | 'overdue' | 'begun' | 'this_week' | 'fading' | 'behind' | 'before' | 'after'
  | 'waits' | 'all_done' | 'rest' | 'nothing'

/** `at`: the moment that the reason is about. */
export type Next = {
  kind: Kind; reason: Reason; quest: string | null; activity: string | null; run: string | null; at: string | null
}

const DAY = 86_400_000
const NEVER = Number.POSITIVE_INFINITY

/** The one thing. There always is one: where nothing is left, the way to the path or to free choice. */
export function nextOf(facts: Facts): Next {
  const now = Date.parse(facts.now)
  const stages = facts.stages.filter((one) => ready(one).length > 0)
  const open = stages.filter((one) => Date.parse(one.closes_at) > now)
  const closed = stages.filter((one) => Date.parse(one.closes_at) <= now)
  return (
    due(facts, stages, now)
    ?? begunOf(facts, now)
    ?? (facts.goal_met ? null : thisWeek(facts, open))
    ?? (facts.review_due > 0 ? next('review', 'fading') : null)
    ?? thisWeek(facts, open)
    ?? behind(facts, closed)
    ?? after(facts)
    ?? nothing(facts)
  )
}

function due(facts: Facts, stages: readonly Stage[], now: number): Next | null {
  const near = stages.filter((one) => deadline(one) <= now + facts.due_days * DAY)
  const first = least(near, (one) => [Number(deadline(one) <= now), deadline(one), one.quest])
  return first && post(facts, first, deadline(first) <= now ? 'overdue' : 'due', first.deadline_at)
}

function begunOf(facts: Facts, now: number): Next | null {
  const stages = facts.stages.filter((one) => begun(one).length > 0)
  const first = least(stages, (one) => [Number(Date.parse(one.closes_at) <= now), ...nearness(one)])
  return first && next('post', 'begun', { quest: first.quest, activity: begun(first)[0]?.activity ?? null, run: first.run })
}

function thisWeek(facts: Facts, stages: readonly Stage[]): Next | null {
  const first = least(stages, nearness)
  return first && post(facts, first, 'this_week', first.closes_at)
}

function behind(facts: Facts, stages: readonly Stage[]): Next | null {
  const first = least(stages, (one) => [-Date.parse(one.opened_at), one.quest])
  return first && post(facts, first, 'behind', null)
}

function after(facts: Facts): Next | null {
  const runs = facts.tests.filter(({ kind }) => kind === 'after').map(({ run }) => run)
  const run = least(runs, (one) => [one])
  return run === null ? null : next('after', 'after', { run })
}

function nothing(facts: Facts): Next {
  if (facts.stages.some(({ posts }) => posts.some(({ optional }) => !optional))) return next('path', 'waits')
  if (facts.stages.length > 0) return next('path', 'all_done')
  return facts.coming ? next('path', 'rest') : next('explore', 'nothing')
}

/** The next post of a stage, or the test before its path where one is offered and nothing there is begun. */
function post(facts: Facts, { quest, run, ...stage }: Stage, reason: Reason, at: string | null): Next {
  const [own] = begun(stage)
  if (own) return next('post', reason, { quest, activity: own.activity, run, at })
  if (facts.tests.some((one) => one.run === run && one.kind === 'before')) return next('before', 'before', { run })
  return next('post', reason, { quest, activity: ready(stage)[0]?.activity ?? null, run, at })
}

function next(kind: Kind, reason: Reason, about: Partial<Next> = {}): Next {
  return { kind, reason, quest: null, activity: null, run: null, at: null, ...about }
}

function ready({ posts }: Pick<Stage, 'posts'>): Post[] {
  return posts.filter(({ optional, waits }) => !optional && !waits)
}

function begun({ posts }: Pick<Stage, 'posts'>): Post[] {
  return posts.filter((one) => one.begun && !one.waits)
}

function deadline({ deadline_at }: Stage): number {
  return deadline_at === null ? NEVER : Date.parse(deadline_at)
}

/** The nearest deadline first, then the newest. */
function nearness(stage: Stage): (string | number)[] {
  return [deadline(stage), -Date.parse(stage.opened_at), stage.quest]
}

/** The item whose key comes first; keys are compared part by part. */
function least<T>(items: readonly T[], key: (item: T) => (string | number)[]): T | null {
  const [first = null] = [...items].sort((one, other) => compared(key(one), key(other)))
  return first
}

function compared(one: readonly (string | number)[], other: readonly (string | number)[]): number {
  for (const [at, part] of one.entries()) {
    const against = other[at] ?? part
    if (part !== against) return part < against ? -1 : 1
  }
  return 0
}
