import { expect, it } from 'vitest'
import { lengthOf } from '../../../text/sizes'
import { placeOf } from './recorded'

it.each([
  ['41', 60, 41],
  ['0', 60, 0],
  ['', 60, 0],
  ['59.5', 60, 0],
  ['61', 60, 0],
  ['-3', 60, 0],
  ['no', 60, 0],
  [null, 60, 0],
  [['41'], 60, 0],
] as const)('%j of %i s goes on at %i', (noted, seconds, place) => expect(placeOf(noted, seconds)).toBe(place))

it.each([[4, '0:04'], [59.9, '0:59'], [60, '1:00'], [125, '2:05']])('%i s is %s', (seconds, shown) => expect(lengthOf(seconds)).toBe(shown))
