import { describe, expect, it } from 'vitest'
import type { Activity, Quest, Today } from '../../api/types'
import { isDone } from '../../offline/progress'
import { goalLeft, isFree, known, left, postsOf, stepOf } from './logic'
import { drawn, pointAt, shareOf } from './trail'

const activity = (id: string, done = false, optional = false): Activity => ({
  id, kind: 'module', module: `m-${id}`, version: `v-${id}`, structure: 's', languages: ['nb'], title: `Post ${id}`, seconds: 120, done, optional,
})

function quest(id: string, activities: Activity[], part: Partial<Quest> = {}): Quest {
  const counted = activities.filter(({ optional }) => !optional)
  const next = counted.find(({ done }) => !done)
  return {
    id, run: 'r', path: { id: 'p', title: 'Trygg vakt' }, title: `Quest ${id}`, story: '', goal: '', terrain: 'fjell',
    week: { year: 2026, week: 47, starts_on: '2026-11-16', ends_on: '2026-11-22' },
    opened_at: '2026-11-16T05:00:00Z', closes_at: '2026-11-22T23:00:00Z', deadline_at: null, mandatory: false,
    progress: { done: counted.filter(({ done }) => done).length, total: counted.length },
    minutes_left: counted.filter(({ done }) => !done).length * 2,
    next: next ? { activity: next.id, kind: 'module', version: next.version, title: next.title, seconds: 120 } : null,
    activities, ...part,
  }
}

const review = (due: number) => ({ due, left_this_week: 12, round: Math.min(due, 6), minutes: Math.ceil(due / 3) })

function today(part: Partial<Today>): Today {
  const person = { id: 'me', name: 'Ingrid', first_name: 'Ingrid', alias: null, language: 'nb' as const, roles: [] }
  return {
    person, organisation: { code: 'f', name: 'Fjordvik', time_zone: 'Europe/Oslo', game_layer: true, leagues: false }, quest: null, quests: [], catch_up: [], pilots: [],
    coming: null, board: null, goal: null, points: { total: 0, week: 0 }, review: review(0), inbox: { unread: 0 }, due_days: 3,
    tests: [], skippable: [],
    next: { kind: 'path', reason: 'all_done', quest: null, activity: null, run: null, at: null }, ...part,
  }
}

const nothing = new Set<string>()
const fresh = quest('q', [activity('a'), activity('b')])
const half = quest('q', [activity('a', true), activity('b')])
const done = quest('q', [activity('a', true)])

const now = new Date('2026-11-18T12:00:00Z')
const at = (begun: ReadonlySet<string> = nothing, online = true) => ({ now, begun, online })
const old = { opened_at: '2026-11-09T05:00:00Z', closes_at: '2026-11-16T05:00:00Z' }

describe('the next step', () => {
  it.each([
    ['starts a fresh quest', today({ quests: [fresh] }), nothing, 'post', 'this_week', '/spill/q/a'],
    ['takes the next post', today({ quests: [half] }), nothing, 'post', 'this_week', '/spill/q/b'],
    ['goes on with what is begun', today({ quests: [fresh] }), new Set(['b']), 'post', 'begun', '/spill/q/b'],
    ['goes to another open quest', today({ quests: [done, quest('o', [activity('x')])] }), nothing, 'post', 'this_week', '/spill/o/x'],
    ['goes where a deadline is near', today({ quests: [fresh, quest('o', [activity('x')], { deadline_at: '2026-11-20T12:00:00Z' })] }), nothing, 'post', 'due', '/spill/o/x'],
    ['repeats', today({ quests: [done], review: review(2) }), nothing, 'review', 'fading', '/repetisjon'],
    ['catches up', today({ catch_up: [quest('c', [activity('y')], old)] }), nothing, 'post', 'behind', '/spill/c/y'],
    ['takes what closed while it was kept here as left behind', today({ quests: [quest('c', [activity('y')], old)] }), nothing, 'post', 'behind', '/spill/c/y'],
    ['looks for something to choose where there is nothing', today({}), nothing, 'explore', 'nothing', '/loype/utforsk'],
    ['else shows the path', today({ quests: [done] }), nothing, 'path', 'all_done', '/loype'],
  ])('%s', (_name, answer, begun, kind, reason, to) => {
    expect(stepOf(answer, at(begun))).toMatchObject({ kind, reason, to })
  })

  it('tells of the post and its quest', () => {
    expect(stepOf(today({ quests: [half] }), at())).toMatchObject({ number: 2, title: 'Quest q', week: 47 })
  })

  it('repeats before the rest of the week once the person’s own goal is met, own posts not yet sent counted', () => {
    const goal = { kind: 'one' as const, need: 1, done: 0 }
    const answer = today({ quest: fresh, quests: [fresh], goal, review: review(4) })
    expect(stepOf(answer, at()).reason).toBe('this_week')
    expect(stepOf(known(answer, new Set(['r/a'])), at()).reason).toBe('fading')
  })

  it.each([
    ['with network and attempts', true, 1, null, new Set<string>(), '/spill/q/a'],
    ['not without network', false, 1, null, new Set<string>(), '/spill/q/b'],
    ['but on with what is begun', false, 1, null, new Set(['a']), '/spill/q/a'],
    ['not when the day’s attempts are used', true, 0, '2026-11-18T23:00:00Z', new Set<string>(), '/spill/q/b'],
    ['again when the day is over', true, 0, '2026-11-18T11:00:00Z', new Set<string>(), '/spill/q/a'],
  ])('leads to an exam %s', (_name, online, left, next, begun, to) => {
    const exam = { pass: 0.8, attempts_a_day: 2, attempts_left: left, next_at: next }
    const answer = today({ quests: [quest('q', [{ ...activity('a'), exam }, activity('b')])] })
    expect(stepOf(answer, at(begun, online)).to).toBe(to)
  })

  it('counts on three days where a kept answer does not say', () => {
    const { due_days: _, ...earlier } = today({ quests: [quest('o', [activity('x')], { deadline_at: '2026-11-20T12:00:00Z' })] })
    expect(stepOf(earlier as Today, at()).reason).toBe('due')
  })
})

describe('the week’s own goal', () => {
  const goal = { kind: 'half' as const, need: 2, done: 0 }
  it.each([
    ['no goal while nothing is open', today({}), null],
    ['what remains', today({ quest: fresh, quests: [fresh], goal }), 2],
    ['over all open quests', today({ quest: half, quests: [half, quest('o', [activity('x', true)])], goal }), 0],
    ['never below nothing', today({ quest: done, quests: [done], goal: { ...goal, need: 0 } }), 0],
  ])('%s', (_name, answer, expected) => expect(goalLeft(answer)).toBe(expected))
  it('counts what is finished here and not yet sent', () => {
    expect(goalLeft(known(today({ quest: fresh, quests: [fresh], goal }), new Set(['r/a'])))).toBe(1)
  })
})

it('has room for free choice when all that is open is done', () => {
  expect(isFree(today({ quest: done, quests: [done] }))).toBe(true)
  expect(isFree(today({ quest: done, quests: [done, half] }))).toBe(false)
  expect(isFree(today({}))).toBe(true)
})

describe('own progress', () => {
  it('counts what is finished here and not yet sent', () => {
    const mine = known(today({ quest: fresh }), new Set(['r/a'])).quest
    expect(mine?.progress).toEqual({ done: 1, total: 2 })
    expect(mine?.minutes_left).toBe(2)
    expect(mine?.next?.activity).toBe('b')
  })

  it('leaves another run of the same quest alone', () => {
    expect(known(today({ quest: fresh }), new Set(['other/a'])).quest).toEqual(fresh)
  })

  it('does not count optional posts', () => {
    const mine = known(today({ quest: quest('q', [activity('a'), activity('b', false, true)]) }), new Set(['r/b'])).quest
    expect(mine?.progress).toEqual({ done: 0, total: 1 })
  })

  it('drops a caught-up quest from what is left behind', () => {
    expect(known(today({ pilots: [quest('p', [activity('z')])] }), new Set(['r/z'])).pilots.map(isDone)).toEqual([true])
    expect(known(today({ catch_up: [quest('c', [activity('y')])] }), new Set(['r/y'])).catch_up).toEqual([])
  })
})

describe('the map', () => {
  it('marks the place to go on', () => {
    expect(postsOf(half, nothing).map(({ state, here }) => [state, here])).toEqual([['done', false], ['open', true]])
    expect(left(half)).toBe(1)
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('keeps %i posts on the picture and apart', (count) => {
    const points = Array.from({ length: count }, (_, index) => pointAt(shareOf(index, count)))
    for (const { x, y } of points) {
      expect(x).toBeGreaterThan(20)
      expect(x).toBeLessThan(320)
      expect(y).toBeGreaterThan(40)
      expect(y).toBeLessThan(196)
    }
    points.slice(1).forEach((point, index) => {
      const before = points[index] ?? point
      expect(Math.hypot(point.x - before.x, point.y - before.y)).toBeGreaterThan(40)
    })
  })

  it('draws the trail without gaps', () => {
    expect(drawn(0, 1).startsWith('M30 182L')).toBe(true)
    expect(drawn(0, 0.5).split('L').at(-1)).toBe(drawn(0.5, 1).slice(1).split('L')[0])
  })
})
