import { describe, expect, it } from 'vitest'
import { type Thing, at, movedTo, placeOf, put, stepsOf, textAt, thingsAt, withText } from './places'

const cards: Thing[] = [{ id: 'c1', options: [{ id: 'a', text: { nb: 'Ja' } }] }, { id: 'c2' }]
const draft = { title: { nb: 'Fall' }, cards }

describe('places', () => {
  it.each([
    ['title.nb', ['title', 'nb']],
    ['cards[1].options[0].text', ['cards', 1, 'options', 0, 'text']],
    ['cards', ['cards']],
    ['', []],
  ])('%s goes to steps and back', (place, steps) => {
    expect(stepsOf(place)).toEqual(steps)
    expect(placeOf(steps)).toBe(place)
  })

  it('reads what stands there, and nothing elsewhere', () => {
    expect(at(draft, ['cards', 0, 'options', 0, 'text', 'nb'])).toBe('Ja')
    expect(at(draft, ['cards', 7, 'options'])).toBeUndefined()
    expect(at(draft, ['title', 'nb', 'more'])).toBeUndefined()
    expect(at(draft, ['constructor'])).toBeUndefined()
    expect(thingsAt(draft, ['cards', 1, 'options'])).toEqual([])
  })

  it('changes one place and shares the rest', () => {
    const next = put(draft, ['cards', 0, 'options', 0, 'text', 'nn'], 'Jo')
    expect(at(next, ['cards', 0, 'options', 0, 'text'])).toEqual({ nb: 'Ja', nn: 'Jo' })
    expect(next.cards[1]).toBe(draft.cards[1])
    expect(draft.cards[0]).toEqual({ id: 'c1', options: [{ id: 'a', text: { nb: 'Ja' } }] })
  })

  it('makes what is lacking on the way, and takes out', () => {
    expect(at(put(draft, ['cards', 1, 'key', 'value'], 3), ['cards', 1])).toEqual({ id: 'c2', key: { value: 3 } })
    expect(put(draft, ['cards', 0], undefined).cards).toEqual([{ id: 'c2' }])
    expect(put(draft, ['title'], undefined)).toEqual({ cards: draft.cards })
  })

  it('leaves no empty text behind', () => {
    const place = ['cards', 0, 'prompt']
    const written = withText(draft, place, 'nb', 'Hva nå?')
    expect(textAt(written, place, 'nb')).toBe('Hva nå?')
    expect(withText(written, place, 'nb', '')).toEqual(draft)
    expect(textAt(draft, place, 'en')).toBe('')
    expect(withText(draft, ['title'], 'nb', '').title).toEqual({})
  })

  it('moves', () => {
    expect(movedTo(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
    expect(movedTo(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
  })
})
