import { describe, expect, it } from 'vitest'
import type { Path, PathQuest, Quest } from '../../api/types'
import type { Waiting } from '../../offline/db'
import { currentOf, grouped, inOrder, nextPost, withOwn, starsOf } from './logic'

const quest = (id: string, week: number, part: Partial<PathQuest> = {}): PathQuest => ({
  id, title: id, terrain: 'skog', week: { year: 2026, week, starts_on: '', ends_on: '' }, state: 'open',
  opens_at: `2026-11-${week - 30}T05:00:00Z`, closes_at: `2026-11-${week - 23}T05:00:00Z`,
  progress: { done: 1, total: 2 }, minutes_left: 2, minutes: 4, ...part,
})
const path: Path = {
  id: 'p', run: 'r', title: 'Trygg vakt', story: '', goal: '', mandatory: false, may_leave: false, progress: { done: 2, total: 4 },
  quests_done: { done: 0, total: 2 }, minutes_left: 4, quests: [quest('one', 40), quest('two', 47)],
}
const letter = (activity: string, complete = true): Waiting => ({
  id: `l-${activity}-${complete}`, person: 'me', at: '2026-11-18T10:00:00Z',
  about: { quest: 'two', run: 'r', activity, complete, seconds: 120 },
  letter: { id: 'l', kind: 'module', activity, module_version: 'v', language: 'nb', seed: 1, started_at: '', finished_at: null, answers: [] },
})

describe('the path with own unsent posts', () => {
  it('counts a finished post everywhere', () => {
    const own = withOwn(path, [letter('b')])
    expect(own.quests[1]).toMatchObject({ state: 'done', progress: { done: 2, total: 2 }, minutes_left: 0 })
    expect(own).toMatchObject({ progress: { done: 3 }, quests_done: { done: 1 }, minutes_left: 2 })
  })

  it('counts neither what was given up nor the same post twice', () => {
    expect(withOwn(path, [letter('b', false)])).toEqual(path)
    expect(withOwn(path, [letter('b'), { ...letter('b'), id: 'again' }]).progress.done).toBe(3)
  })
})

describe('the week in view', () => {
  it.each([
    ['2026-11-18T10:00:00Z', 'two'],
    ['2026-11-13T10:00:00Z', 'one'],
    ['2026-12-18T10:00:00Z', 'two'],
    ['2026-11-01T10:00:00Z', 'one'],
  ])('at %s it is %s', (now, id) => {
    expect(currentOf(path, Date.parse(now))?.id).toBe(id)
  })
})

describe('the stages in the order one needs them', () => {
  const all = [quest('a', 40, { state: 'done' }), quest('b', 40, { state: 'catch_up' }), quest('c', 47), quest('d', 51, { state: 'coming' })]
  const kinds = (now: string) => grouped({ ...path, quests: all }, Date.parse(now)).map(({ kind, quests }) => [kind, quests.map(({ id }) => id)])
  it('has this week first', () => {
    expect(kinds('2026-11-18T10:00:00Z')).toEqual([['now', ['c']], ['open', ['b']], ['coming', ['d']], ['done', ['a']]])
  })
  it('has no week of now when the last is over', () => {
    expect(kinds('2026-12-18T10:00:00Z')).toEqual([['open', ['b', 'c']], ['coming', ['d']], ['done', ['a']]])
  })
})

it('puts what remains first, and what must be taken', () => {
  const one = (id: string, done: number, mandatory: boolean, state: PathQuest['state'] = 'open'): Path => ({
    ...path, id, mandatory, progress: { done, total: 4 }, quests: [quest('q', 47, { state })],
  })
  const all = [one('done', 4, true, 'done'), one('later', 0, true, 'coming'), one('free', 1, false), one('must', 0, true), one('late', 0, false, 'catch_up')]
  expect(inOrder(all).map(({ id }) => id)).toEqual(['must', 'free', 'late', 'later', 'done'])
})

describe('the next post', () => {
  const activity = (id: string, done: boolean, optional = false) => ({
    id, kind: 'module', module: id, version: id, structure: '', languages: ['nb' as const], title: id, seconds: 100, done, optional,
  })
  const of = (...activities: Quest['activities']) => ({ activities }) as Quest

  it('is what is begun, else the first that counts', () => {
    const posts = of(activity('a', true), activity('x', false, true), activity('b', false), activity('c', false))
    expect(nextPost(posts, new Set())).toEqual({ number: 3, id: 'b' })
    expect(nextPost(posts, new Set(['c']))).toEqual({ number: 4, id: 'c' })
    expect(nextPost(of(activity('a', true)), new Set())).toBeNull()
  })
})

describe('stars', () => {
  const best = (module: string, card: string, stars: number) => ({ module, card, stars, goals: 1, best_at: '' })
  const bests = { items: [best('samtale', 'c1', 3), best('samtale', 'c2', 1), best('annen', 'c1', 2)], page: 1, pages: 1, total: 3 }

  it.each([['samtale', 1], ['annen', 2], ['ingen', null]] as const)('of %s are %s', (module, stars) => {
    expect(starsOf(bests, { module })).toBe(stars)
  })
  it('are none before anything is known', () => expect(starsOf(null, { module: 'samtale' })).toBeNull())
})
