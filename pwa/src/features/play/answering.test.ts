import { describe, expect, it } from 'vitest'
import type { MatchCard, NumberCard, OrderCard } from '../../rules/cards'
import { answerable, moved, parseNumber, shownIds, toggled } from './answering'
import { markOf, reasons } from './explaining'
import { blocks } from './markdown'
import { Stopwatch } from './stopwatch'

const option = (id: string) => ({ id, text: `Tekst ${id}`, explanation: `Fordi ${id}` })
const number: NumberCard = { id: 'n', type: 'number', prompt: '?', key: { value: 30, tolerance: 10 }, explanation: 'Slik er det' }
const order: OrderCard = {
  id: 'o', type: 'order', prompt: '?', options: ['a', 'b', 'c'].map(option), key: ['c', 'a', 'b'],
}
const match: MatchCard = {
  id: 'm', type: 'match', prompt: '?', left: ['l1', 'l2'].map(option), right: ['r1', 'r2'].map(option),
  key: { l1: 'r2', l2: 'r1' },
}

describe('a number as people write it', () => {
  it.each([
    ['30', 30], ['4,5', 4.5], ['4.5', 4.5], [' 1 000 ', 1000], ['1 000,5', 1000.5], ['-2', -2], ['−2,5', -2.5],
    [',5', 0.5], ['3,', 3],
  ])('%s', (text, value) => expect(parseNumber(text)).toBe(value))
  it.each(['', '-', ',', '1,2,3', '1.000,5', '1e5', 'NaN', 'Infinity', '0x10', 'tre', '30 sek', '9'.repeat(400)])(
    'not %s', (text) => expect(parseNumber(text)).toBe(null))
})

describe('a form', () => {
  it('says what is missing', () => {
    expect(answerable(number, null).missing).toBe('number')
    expect(answerable(number, 'mange').missing).toBe('not_number')
    expect(answerable(order, null).missing).toBe('move')
    expect(answerable(match, { l1: 'r1' }).missing).toBe('pair')
    expect(answerable({ ...order, type: 'multiple' }, []).missing).toBe('choose_some')
    expect(answerable({ ...order, type: 'choice', key: 'a' }, null).missing).toBe('choose')
  })
  it('gives the answer in the shape of the letter', () => {
    expect(answerable(number, '4,5').response).toBe(4.5)
    expect(answerable(match, { l1: 'r1', l2: 'r1' }).response).toEqual({ l1: 'r1', l2: 'r1' })
  })
  it('moves one step and stops at the ends', () => {
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c'])
    expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c'])
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c'])
  })
  it('switches options on and off', () => {
    expect(toggled(['a', 'b', 'c'], ['c'], 'a')).toEqual(['a', 'c'])
    expect(toggled(['a', 'b', 'c'], ['a', 'c'], 'c')).toEqual(['a'])
  })
  it('never shows things to be ordered in the right order', () => {
    for (let seed = 0; seed < 200; seed++) expect(shownIds(order, seed)).not.toEqual(order.key)
  })
})

describe('feedback', () => {
  const choice = { ...order, type: 'choice' as const, key: 'b' }
  const multiple = { ...order, type: 'multiple' as const, key: ['a', 'b'] }
  it('explains the choice, and after a wrong one the right one too', () => {
    expect(reasons(choice, 'b', true)).toEqual([{ about: null, text: 'Fordi b' }])
    expect(reasons(choice, 'a', false)).toEqual([{ about: null, text: 'Fordi a' }, { about: 'Tekst b', text: 'Fordi b' }])
  })
  it('explains what was wrong and what was missed', () => {
    expect(reasons(multiple, ['a', 'c'], false).map((one) => one.about)).toEqual(['Tekst c', 'Tekst b'])
    expect(['a', 'b', 'c'].map((id) => markOf(multiple, ['a', 'c'], id))).toEqual(['own_right', 'right', 'own'])
  })
  it('explains what stood in the wrong place', () => {
    expect(reasons(order, ['c', 'b', 'a'], false).map((one) => one.about)).toEqual(['Tekst a', 'Tekst b'])
    expect(reasons(order, ['c', 'a', 'b'], true)).toHaveLength(3)
  })
  it('explains the pairs that did not belong together', () => {
    expect(reasons(match, { l1: 'r2', l2: 'r2' }, false)).toEqual([{ about: 'Tekst l2 – Tekst r1', text: 'Fordi l2' }])
  })
  it('explains a number', () => expect(reasons(number, 3, false)).toEqual([{ about: null, text: 'Slik er det' }]))
})

describe('the small Markdown', () => {
  it('knows paragraphs, lists, bold and italics', () => {
    expect(blocks('En *to*\n**tre**\n\n- fire\n- fem\n1. seks')).toEqual([
      { kind: 'paragraph', inlines: [
        { kind: 'text', text: 'En ' }, { kind: 'italic', text: 'to' }, { kind: 'text', text: ' ' }, { kind: 'bold', text: 'tre' },
      ] },
      { kind: 'bullets', items: [[{ kind: 'text', text: 'fire' }], [{ kind: 'text', text: 'fem' }]] },
      { kind: 'numbers', items: [[{ kind: 'text', text: 'seks' }]] },
    ])
  })
  it('leaves everything else as it is', () => {
    const text = '2 * 3 * 4 <b>ikke</b> [lenke](javascript:x) ** **'
    expect(blocks(text)).toEqual([{ kind: 'paragraph', inlines: [{ kind: 'text', text }] }])
  })
})

describe('the stopwatch', () => {
  it('stands still while paused and goes on from what was kept', () => {
    let now = 0
    const watch = new Stopwatch(() => now)
    watch.restart(2, true)
    now = 1500
    expect(watch.seconds()).toBe(3.5)
    watch.pause()
    now = 9000
    expect(watch.seconds()).toBe(3.5)
    watch.go()
    watch.go()
    now = 10_000
    expect(watch.seconds()).toBe(4.5)
    watch.restart(0, false)
    now = 11_000
    expect(watch.seconds()).toBe(0)
  })
})
