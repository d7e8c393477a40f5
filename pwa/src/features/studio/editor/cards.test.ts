import { describe, expect, it } from 'vitest'
import { asType, blank, cardsOf, freshId, idsIn, keyed, marked, shownItems, withCardMoved, withCards, withItem, withItemMoved, withPair, withVariant, withoutItem, withoutVariant } from './cards'
import { type ItemsField, TYPES, listsOf } from './kinds'
import type { Thing } from './places'

const list = (type: Parameters<typeof listsOf>[0], place = 0) => listsOf(type)[place] as ItemsField
const lastOf = (card: Thing, name: string) => String((card[name] as Thing[]).at(-1)?.id)

it('an id is given once, and is one that a document may hold', () => {
  const given = Array.from({ length: 500 }, () => freshId('c'))
  expect(new Set(given).size).toBe(500)
  for (const id of given) expect(id).toMatch(/^c-[0-9a-f]{8}$/)
})

it.each(TYPES)('a new %s has its least items and a key that speaks of nothing else', (type) => {
  const card = blank(type, 'c1')
  for (const field of listsOf(type)) expect((card[field.name] as Thing[]).length).toBeGreaterThanOrEqual(field.least)
  expect(keyed(card)).toEqual(card)
})

describe('the key follows the items', () => {
  it('of a choice', () => {
    const card = marked(blank('choice', 'c1'), list('choice'), 'b')
    expect(card.key).toBe('b')
    expect(marked(card, list('choice'), 'c').key).toBe('c')
    expect(withoutItem(card, list('choice'), 'a').key).toBe('b')
    expect(withoutItem(card, list('choice'), 'b')).not.toHaveProperty('key')
  })

  it('of several', () => {
    const field = list('multiple')
    const three = withItem(blank('multiple', 'c1'), field)
    const c = lastOf(three, 'options')
    const card = marked(marked(three, field, c), field, 'a')
    expect(card.key).toEqual(['a', c])
    expect(marked(card, field, 'a').key).toEqual([c])
    expect(withoutItem(card, field, c).key).toEqual(['a'])
  })

  it('of an order, whose items keep their place in the file', () => {
    const field = list('order')
    const three = withItem(blank('order', 'c1'), field)
    const c = lastOf(three, 'options')
    const card = withItemMoved(three, field, c, -1)
    expect(card.key).toEqual(['a', c, 'b'])
    expect(idsIn(shownItems(card, field))).toEqual(['a', c, 'b'])
    expect(idsIn(card.options as Thing[])).toEqual(['a', 'b', c])
    expect(withItemMoved(card, field, 'a', -1)).toBe(card)
  })

  it('of pairs, where one half brings the other', () => {
    const card = withItem(withPair(blank('match', 'c1'), 'a', 'b'), list('match'))
    const pair = { [lastOf(card, 'left')]: lastOf(card, 'right') }
    expect(card.key).toEqual({ a: 'b', ...pair })
    expect(withoutItem(card, list('match', 1), 'b').key).toEqual(pair)
    expect(withPair(card, 'a', '').key).toEqual(pair)
  })
})

it('keeps what it can in another kind', () => {
  const choice = { ...marked(blank('choice', 'c1'), list('choice'), 'b'), prompt: { nb: 'Hva?' }, options: [{ id: 'a', text: { nb: 'A' } }, { id: 'b', text: { nb: 'B' } }] }
  expect(asType(choice, 'multiple')).toEqual({ id: 'c1', type: 'multiple', prompt: { nb: 'Hva?' }, options: choice.options, key: ['b'] })
  expect(asType(choice, 'order').key).toEqual(['b', 'a'])
  expect(asType(asType(choice, 'multiple'), 'choice')).toEqual(choice)
  expect(asType(choice, 'reflection')).toEqual({ id: 'c1', type: 'reflection', prompt: { nb: 'Hva?' } })
})

describe('cards', () => {
  const document = { cards: [blank('text', 'c1'), blank('text', 'c2')] }

  it('come in after the one chosen, with ids of their own', () => {
    const next = withCards(document, 0, [{ id: 'c1', type: 'quote' }, { id: 'c9', type: 'audio' }])
    expect(cardsOf(next).map(({ type }) => type)).toEqual(['text', 'quote', 'audio', 'text'])
    expect(new Set([...idsIn(cardsOf(next)), 'c9']).size).toBe(5)
  })

  it('move, and stay where there is no room', () => {
    expect(idsIn(cardsOf(withCardMoved(document, 0, 1)))).toEqual(['c2', 'c1'])
    expect(withCardMoved(document, 0, -1)).toBe(document)
  })

  it('become variants and one card again', () => {
    const card = { ...blank('flashcard', 'c1'), prompt: { nb: 'Hva?' }, back: { nb: 'Svar' } }
    const pool = withVariant(card, 0)
    expect(pool).toEqual({ id: 'c1', type: 'flashcard', variants: [{ id: 'v1', prompt: { nb: 'Hva?' }, back: { nb: 'Svar' } }, { id: expect.stringMatching(/^v-/), prompt: { nb: 'Hva?' }, back: { nb: 'Svar' } }] })
    expect(new Set(idsIn(withVariant(pool, 1).variants as Thing[])).size).toBe(3)
    expect(withoutVariant(pool, 0)).toEqual(card)
  })
})
