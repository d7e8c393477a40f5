import { expect, it } from 'vitest'
import { centred, shifted, stretched } from './drawing'

const box = { id: 'a', x: 0.5, y: 0.5, w: 0.2, h: 0.2 }

it('never reaches outside the picture', () => {
  expect(shifted(box, { x: 0.9, y: -0.9 })).toEqual({ ...box, x: 0.8, y: 0 })
  expect(stretched(box, { x: 0.9, y: -0.9 })).toEqual({ ...box, w: 0.5, h: 0.03 })
  expect(shifted({ id: 'a', x: 0.5, y: 0.5 }, { x: 0.9, y: 0 })).toEqual({ id: 'a', x: 1, y: 0.5 })
})

it('lies round the place that was pointed at, as far as there is room', () => {
  expect(centred(box, { x: 0.3, y: 0.05 })).toEqual({ ...box, x: 0.2, y: 0 })
})

it('mends what is no number', () => expect(shifted({ id: 'a' }, { x: 0.123456, y: 0 })).toEqual({ id: 'a', x: 0.1235, y: 0 }))
