import { describe, expect, it } from 'vitest'
import { merge, same, settled } from './merging'
import { type Thing, put } from './places'

const card = (id: string, prompt: string): Thing => ({ id, type: 'choice', prompt: { nb: prompt }, options: [{ id: 'a', text: { nb: 'A' } }], key: 'a' })
const base: Thing = { title: { nb: 'Fall' }, takeaways: { nb: ['En'] }, cards: [card('c1', 'Ett'), card('c2', 'To'), card('c3', 'Tre')] }
const ids = ({ cards }: Thing) => (cards as Thing[]).map(({ id }) => id)

describe('merge', () => {
  it('takes what only one changed, in different cards and fields', () => {
    const mine = put(base, ['cards', 0, 'prompt', 'nb'], 'Ett!')
    const theirs = put(put(base, ['cards', 0, 'options', 0, 'text', 'nb'], 'B'), ['title', 'nn'], 'Fall')
    const { document, clashes } = merge(base, mine, theirs)
    expect(clashes).toEqual([])
    expect(document).toEqual(put(theirs, ['cards', 0, 'prompt', 'nb'], 'Ett!'))
  })

  it('is the same whoever is mine, when nothing clashes', () => {
    const mine = put(base, ['cards', 1, 'key'], 'b')
    const theirs = put(base, ['cards'], [card('c0', 'Ny'), ...(base.cards as Thing[])])
    expect(merge(base, mine, theirs).document).toEqual(merge(base, theirs, mine).document)
    expect(ids(merge(base, mine, theirs).document)).toEqual(['c0', 'c1', 'c2', 'c3'])
  })

  it('keeps cards that both added, and the place of what one moved', () => {
    const cards = base.cards as Thing[]
    const mine = { ...base, cards: [cards[2], cards[0], cards[1], card('m', 'Min')] } as Thing
    const theirs = { ...base, cards: [cards[0], card('t', 'Deres'), cards[1], cards[2]] } as Thing
    const { document, clashes } = merge(base, mine, theirs)
    expect(clashes).toEqual([])
    expect(ids(document)).toEqual(['c3', 'c1', 't', 'c2', 'm'])
  })

  it('shows what both wrote in the same field, and keeps mine until somebody chooses', () => {
    const mine = put(base, ['cards', 1, 'prompt', 'nb'], 'Min')
    const theirs = put(base, ['cards', 1, 'prompt', 'nb'], 'Deres')
    const { document, clashes } = merge(base, mine, theirs)
    expect(clashes).toEqual([
      { ways: [{ field: 'cards' }, { id: 'c2' }, { field: 'prompt' }, { field: 'nb' }], base: 'To', mine: 'Min', theirs: 'Deres' },
    ])
    expect(document).toEqual(mine)
    expect(settled(document, clashes[0]!, 'theirs')).toEqual(theirs)
    expect(settled(document, clashes[0]!, 'mine')).toEqual(mine)
  })

  it('loses no work on a card that the other took out', () => {
    const mine = put(base, ['cards', 1, 'prompt', 'nb'], 'Min')
    const theirs = { ...base, cards: (base.cards as Thing[]).filter(({ id }) => id !== 'c2') }
    for (const [one, other] of [[mine, theirs], [theirs, mine]] as const) {
      const { document, clashes } = merge(base, one, other)
      expect(ids(document)).toEqual(['c1', 'c2', 'c3'])
      expect(clashes).toHaveLength(1)
      expect(ids(settled(document, clashes[0]!, one === mine ? 'theirs' : 'mine'))).toEqual(['c1', 'c3'])
    }
  })

  it('takes out what one took out and the other left alone', () => {
    const theirs = { ...base, cards: (base.cards as Thing[]).slice(1) }
    expect(merge(base, put(base, ['title', 'nb'], 'Ny'), theirs).document).toEqual({ ...theirs, title: { nb: 'Ny' } })
  })

  it('takes lists without ids as a whole', () => {
    const mine = put(base, ['takeaways', 'nb'], ['En', 'To'])
    const theirs = put(base, ['takeaways', 'nb'], ['Én'])
    expect(merge(base, mine, theirs).clashes.map(({ theirs }) => theirs)).toEqual([['Én']])
    expect(merge(base, mine, base)).toEqual({ document: mine, clashes: [] })
  })

  it('sees no change in another order of fields', () => {
    expect(same({ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1 })).toBe(true)
    expect(same({ a: 1 }, { a: 1, b: 2 })).toBe(false)
    expect(same([1, 2], [2, 1])).toBe(false)
  })
})
