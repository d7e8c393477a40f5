import { describe, expect, it } from 'vitest'
import type { HelpRequest } from '../../api/types'
import type { Written } from '../../offline/db'
import { LONGEST, leftOf, mayDo, namesOf, notSent, placeOf, repliesNotSent, together } from './logic'

const others = (count: number) => `${count} til`
const named = (...names: string[]) => names.map((name) => ({ name }))

it('names three, and counts the rest', () => {
  expect(namesOf(named('A', 'B', 'C'), others)).toEqual(['A', 'B', 'C'])
  expect(namesOf(named('A', 'B', 'C', 'D', 'E'), others)).toEqual(['A', 'B', 'C', '2 til'])
})

it.each([
  [0, null],
  [LONGEST - 101, null],
  [LONGEST - 100, 100],
  [LONGEST, 0],
])('of %d characters says that %s are left', (used, left) => expect(leftOf('x'.repeat(used))).toBe(left))

it('keeps a draft for each card', () => {
  expect(placeOf(null)).toBe('ny')
  expect(placeOf({ activity: 'a', card: 'c1' })).not.toBe(placeOf({ activity: 'a', card: null }))
})

function written(id: string, request: string | null = null): Written {
  return { id, person: 'p', place: 'ny', request, about: null, text: 'Hvor?', state: 'waiting', code: null, at: '' }
}

function question(id: string, part: Partial<HelpRequest> = {}): HelpRequest {
  return {
    id, key: null, state: 'open', mine: true, asker: 'A', department: 'D', text: 'Hvor?', about: null,
    asked_at: '', last_word_at: '', ...part,
  }
}

it('shows what is not sent, but not what the server knows', () => {
  const unsent = [written('a'), written('b'), written('c', 'q')]
  expect(notSent(unsent, [question('q', { key: 'a' })]).map(({ id }) => id)).toEqual(['b'])
  expect(repliesNotSent(unsent, 'q').map(({ id }) => id)).toEqual(['c'])
})

it('puts pages together, each question once', () => {
  const page = (...ids: string[]) => ({ items: ids.map((id) => question(id)), page: 1, pages: 2, total: 3 })
  expect(together([page('a', 'b'), page('b', 'c')]).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
})

describe('what may be done', () => {
  it.each([
    [true, 'open', ['write', 'withdraw']],
    [true, 'answered', ['write', 'thank']],
    [true, 'closed', []],
    [false, 'open', ['write', 'mark']],
    [false, 'answered', ['write']],
    [false, 'closed', []],
  ] as const)('mine %s and %s: %j', (mine, state, expected) => {
    const found = Object.entries(mayDo({ mine, state })).filter(([, may]) => may).map(([name]) => name)
    expect(found).toEqual([...expected])
  })
})
