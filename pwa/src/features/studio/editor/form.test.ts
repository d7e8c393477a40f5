import { expect, it } from 'vitest'
import { idsFor, isStale, placed, toldAt } from './form'
import type { Check } from './shapes'

const check = (place: string, code = 'no_html', language: Check['language'] = null): Check => ({ severity: 'block', code, place, language, given: {}, remedy: '' })

it('knows the language of a place, however it is told', () => {
  expect(placed(check('cards[1].prompt.nn'))).toEqual({ steps: ['cards', 1, 'prompt'], language: 'nn' })
  expect(placed(check('cards[1].prompt', 'x', 'en'))).toEqual({ steps: ['cards', 1, 'prompt'], language: 'en' })
  expect(placed(check('cards'))).toEqual({ steps: ['cards'], language: null })
})

it('tells at a field what is wrong with it there and in that language', () => {
  const checks = [check('cards[0].prompt.nb'), check('cards[0].prompt', 'stale', 'nn'), check('cards[0].prompt.nb', 'missing'), check('cards[1].prompt.nb')]
  expect(toldAt(checks, ['cards', 0, 'prompt'], 'nb')).toEqual([checks[0]])
  expect(toldAt(checks, ['cards', 0, 'prompt'], 'nn').filter(isStale)).toEqual([checks[1]])
})

it('goes to the field, else to what it stands in', () => {
  expect(idsFor(check('cards[0].options[1].text.nn'), 'nb')).toEqual([
    'f:cards[0].options[1].text.nn', 'f:cards[0].options[1].text', 'f:cards[0].options[1]', 'f:cards[0].options', 'f:cards[0]', 'f:cards',
  ])
  expect(idsFor(check('title'), 'en')[0]).toBe('f:title.en')
})
