import { expect, it } from 'vitest'
import { asked } from './questions'

it('asks what is written, and leaves out what is not', () => {
  expect(asked([{ text: ' Var det klart? ', asks: 'scale' }, { text: '  ', asks: 'text' }], 'nb')).toEqual([{ prompt: { nb: 'Var det klart?' }, asks: 'scale' }])
  expect(asked([], 'en')).toEqual([])
})
