import { describe, expect, it } from 'vitest'
import { wordAt } from './passages'

describe('the word that begins somewhere', () => {
  const text = 'Du hører: «Hjelp!» Gå inn.'
  it.each([
    [0, 'Du'],
    [3, 'hører'],
    [11, 'Hjelp'],
    [19, 'Gå'],
    [22, 'inn'],
  ])('at %i is %s', (from, word) => expect(text.slice(...wordAt(text, from))).toBe(word))

  it('is nothing where a space is told of', () => expect(wordAt(text, 2)).toEqual([2, 2]))
  it('is nothing beyond the end', () => expect(wordAt('a', 9)).toEqual([9, 9]))
})
