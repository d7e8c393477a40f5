import { describe, expect, it } from 'vitest'
import type { Inbox, Nudge } from '../../api/types'
import { together, unread, whenOf } from './logic'

const NOW = Date.parse('2026-11-24T10:00:00Z')

function nudge(id: string, part: Partial<Nudge> = {}): Nudge {
  const reason = { code: 'quest_opened', paths: ['Trygg'], hour: 10, by_habit: false, pushed: true }
  return { id, kind: 'quest_opened', at: '2026-11-23T09:00:00Z', to: '/', read_at: null, quests: [], certificate: null, module: null, reason, ...part }
}

function page(number: number, ...ids: string[]): Inbox {
  return { items: ids.map((id) => nudge(id)), page: number, pages: 2, total: 3, unread: 0 }
}

it('knows what has not been read', () => {
  expect(unread([nudge('a'), nudge('b', { read_at: '2026-11-23T10:00:00Z' }), nudge('c')])).toEqual(['a', 'c'])
})

it('puts pages together, each nudge once', () => {
  expect(together(page(1, 'a', 'b'), [page(2, 'b', 'c')]).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
})

describe('the line below', () => {
  const quest = { id: 'q', title: 'Fall', closes_at: '2026-11-30T05:00:00Z', deadline_at: null as string | null }
  it.each([
    [[quest], { kind: 'open', at: quest.closes_at }],
    [[{ ...quest, deadline_at: '2026-11-27T13:00:00Z' }], { kind: 'due', at: '2026-11-27T13:00:00Z' }],
    [[{ ...quest, deadline_at: '2026-11-24T09:00:00Z' }], { kind: 'open', at: quest.closes_at }],
    [[{ ...quest, closes_at: '2026-11-23T05:00:00Z' }], { kind: 'over' }],
    [[], { kind: 'none' }],
  ])('of %j is %j', (quests, expected) => expect(whenOf(nudge('a', { quests }), NOW)).toEqual(expected))
})
