import { describe, expect, it } from 'vitest'
import { drawn } from '../../../rules/pools'
import { blank, withVariant } from './cards'
import { TYPES } from './kinds'
import { type Thing, thingsAt } from './places'
import { isReady, servedCard, servedDocument } from './serving'

const choice: Thing = {
  id: 'c1', type: 'choice', prompt: { nb: 'Hva nå?', nn: 'Kva no?' }, key: 'b',
  options: [{ id: 'a', text: { nb: 'Løp' }, explanation: { nb: 'Nei' } }, { id: 'b', text: { nb: 'Ring', nn: 'Ring' }, explanation: { nb: 'Ja' } }],
}

describe('a draft in one language', () => {
  it('has plain strings, and another language where one is missing', () => {
    expect(servedCard(choice, 'nn')).toEqual({
      id: 'c1', type: 'choice', prompt: 'Kva no?', key: 'b',
      options: [{ id: 'a', text: 'Løp', explanation: 'Nei' }, { id: 'b', text: 'Ring', explanation: 'Ja' }],
    })
  })

  it('leaves ids alone, whatever they are called', () => {
    const match = { id: 'c1', type: 'match', prompt: { nb: 'Par' }, left: [], right: [], key: { text: 'nb' } }
    expect(servedCard(match, 'nb')).toMatchObject({ key: { text: 'nb' } })
  })

  it('gives the forms of that language', () => {
    const fill = { id: 'c1', type: 'fill', prompt: { nb: 'Ord' }, key: { nb: ['én'], en: ['one'] } }
    expect(servedCard(fill, 'en')).toMatchObject({ key: ['one'] })
    expect(servedCard(withVariant(fill, 0), 'en')).toMatchObject({ variants: [{ key: ['one'] }, { key: ['one'] }] })
  })

  it('holds the cards that can be shown', () => {
    const document = { title: { nb: 'Fall' }, languages: ['nb'], takeaways: { nb: ['Ring'] }, sources: [{ title: 'Lov' }], cards: [choice, blank('choice', 'c2')] }
    const served = servedDocument(document, 'nb')
    expect(served.cards.map(({ id }) => id)).toEqual(['c1'])
    expect(served).toMatchObject({ title: 'Fall', takeaways: ['Ring'], sources: [{ title: 'Lov' }], credits: '' })
  })
})

describe('ready to be shown', () => {
  it.each(TYPES)('a blank %s is not', (type) => expect(isReady(blank(type, 'c1'))).toBe(false))

  it('is a card with its question, its items and its key', () => {
    expect(isReady(choice)).toBe(true)
    expect(isReady({ ...choice, key: [] })).toBe(false)
    expect(isReady({ ...choice, options: [{ id: 'a' }, { id: 'b' }] })).toBe(false)
    expect(isReady({ id: 'c', type: 'survey', prompt: { nb: 'Hvor ofte?' }, scale: { least: 1, most: 5 } })).toBe(true)
  })

  it('is a pool all of whose variants are', () => {
    const pool = withVariant(choice, 0)
    expect(isReady(pool)).toBe(true)
    expect(drawn(servedCard(pool, 'nb'), 3)).toMatchObject({ type: 'choice', prompt: 'Hva nå?', id: 'c1' })
    expect(isReady({ ...pool, variants: [] })).toBe(false)
  })

  it('is a conversation whose best way can be walked', () => {
    const bare = { ...blank('scenario', 'c1'), prompt: { nb: 'Hva sier du?' } }
    expect(isReady(bare)).toBe(false)
    const nodes = thingsAt(bare, ['nodes']).map((node) => ({ ...node, ...(node.options ? { options: thingsAt(node, ['options']).map((each) => ({ ...each, text: { nb: 'Hei' } })) } : {}) }))
    const talk = { ...bare, nodes }
    expect(isReady(talk)).toBe(true)
    expect(isReady({ ...talk, key: [['n1', 'x']] })).toBe(false)
    expect(isReady({ ...talk, start: 'nowhere' })).toBe(false)
  })
})
