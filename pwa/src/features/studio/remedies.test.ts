import { describe, expect, it } from 'vitest'
import { faults as en } from '../../text/en/faults'
import { faults as nb } from '../../text/nb/faults'
import { byFile, placeIn, sentenceOf } from './remedies'

const fault = (code: string, given: Record<string, string> = {}) => ({ file: 'a.json', place: 'cards', code, given, remedy: 'in English' })

describe('where a fault is', () => {
  it.each([
    ['cards[0].options[1].text.nb', 'kort\u00a01, svar\u00a02, tekst, nb'],
    ['format', 'format'],
    ['quests[2]', 'etappe\u00a03'],
    ['[3]', '[3]'],
  ])('%s is %s', (place, words) => expect(placeIn(place, nb)).toBe(words))
})

describe('what is wrong', () => {
  it('is said in the language chosen, with what is given', () => {
    expect(sentenceOf(fault('count', { least: '2', most: '8', what: 'cards' }), nb)).toBe('må ha 2 til 8 kort')
    expect(sentenceOf(fault('twice', { value: 'cards', what: 'quest_id' }), en)).toBe('“cards” is used before. Give each stage its own.')
  })
  it('is said as the server does where the code is unknown here', () => expect(sentenceOf(fault('later'), nb)).toBe('in English'))
  it('stands by file', () => expect(byFile([fault('missing'), { ...fault('empty'), file: 'b.json' }, fault('kind')]).map(([file, all]) => [file, all.length]))
    .toEqual([['a.json', 2], ['b.json', 1]]))
})
