import { describe, expect, it } from 'vitest'
import type { Card, FillCard, NumberCard, OrderCard } from '../../rules/cards'
import { type Leaf, answersOf, blank, filled, open, responseTo, top, turned, withoutKey } from './paper'

const option = (id: string) => ({ id, text: `Tekst ${id}` })
const reading: Leaf = { key: 't', card: { id: 't', type: 'text', prompt: 'Les' } }
const choice: Leaf = { key: 'v1:c', version: 'v1', card: { id: 'c', type: 'choice', prompt: '?', options: ['a', 'b'].map(option), key: '' } }
const number: Leaf = { key: 'v2:c', version: 'v2', card: { id: 'c', type: 'number', prompt: '?', key: { value: 0, tolerance: 0 } } }
const leaves = [reading, choice, number]
const fresh = blank('nb', { id: 'p', seed: 3, now: '2026-11-19T10:00:00Z' })
const NOW = '2026-11-19T10:00:09Z'

describe('a paper', () => {
  it('is turned back and forth, never beyond its ends, and keeps the seconds of each leaf', () => {
    const there = turned(fresh, leaves, 1, 4)
    expect(top(there, leaves)).toBe(choice)
    const back = turned(turned(there, leaves, 0, 2.5), leaves, -3, 1)
    expect([back.at, back.seconds]).toEqual([0, { t: 5, 'v1:c': 2.5 }])
    expect(top(turned(fresh, leaves, 99, 0), leaves)).toBe(null)
  })

  it('tells what is still to be answered, and lets an answer be changed', () => {
    const one = filled({ ...fresh, at: 1 }, leaves, 'a', NOW)
    expect(open(one, leaves)).toEqual([number])
    const other = filled(one, leaves, 'b', '2026-11-19T10:01:00Z')
    expect(responseTo(other, choice)).toBe('b')
    expect(open(filled({ ...other, at: 2 }, leaves, 'tre', NOW), leaves)).toEqual([number])
    expect(open(filled({ ...other, at: 2 }, leaves, '3', NOW), leaves)).toEqual([])
  })

  it('keeps cards of the same id in several modules apart', () => {
    const full = filled({ ...filled({ ...fresh, at: 1 }, leaves, 'a', NOW), at: 2 }, leaves, '4,5', NOW)
    expect(answersOf(full, leaves)).toEqual([
      { card: 'c', response: 'a', answered_at: NOW, seconds: 0, module_version: 'v1' },
      { card: 'c', response: 4.5, answered_at: NOW, seconds: 0, module_version: 'v2' },
    ])
  })

  it('names the variant that was drawn', () => {
    const drawn: Leaf = { ...choice, card: { ...choice.card, variant: 'w' } }
    expect(answersOf(filled({ ...fresh, at: 0 }, [drawn], 'a', NOW), [drawn])[0]?.variant).toBe('w')
  })

  it('changes nothing while one looks over it', () => expect(filled({ ...fresh, at: 3 }, leaves, 'a', NOW).drafts).toEqual({}))
})

describe('a card without its key', () => {
  const bare = (card: object) => withoutKey(card as Card)
  it('is a form all the same', () => {
    const order = bare({ id: 'o', type: 'order', prompt: '?', options: [] }) as OrderCard
    const fill = bare({ id: 'f', type: 'fill', prompt: '?' }) as FillCard
    const length = bare({ id: 'n', type: 'number', prompt: '?' }) as NumberCard
    expect([order.key, fill.key, length.key]).toEqual([[], [], { value: 0, tolerance: 0 }])
    const leaf: Leaf = { key: 'f', card: fill }
    expect(responseTo(filled(fresh, [leaf], 'håndvask', NOW), leaf)).toBe('håndvask')
  })
  it('that tells is as it was', () => expect(withoutKey(reading.card)).toBe(reading.card))
})
