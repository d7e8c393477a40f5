import { describe, expect, it } from 'vitest'
import type { Rating } from '../../api/types'
import type { Written } from '../../offline/db'
import { because, leftOf, saidOf, tapped } from './rating'

const there: Rating = { version: 'v', module: 'Fall', useful: true, reason: 'clear', text: 'Bra', changed_at: '', answers: [] }
const here = {
  id: 'rating/v/me', person: 'me', place: 'rating/v', request: null, about: null, text: 'Uklar', state: 'waiting', code: null, at: '',
  rating: { version: 'v', useful: false, reason: 'unclear', language: 'nb' },
} as Written

describe('what somebody has said', () => {
  it('is what waits here before what the server has', () => {
    expect(saidOf('v', [here], [there])).toEqual({ useful: false, reason: 'unclear', text: 'Uklar' })
    expect(saidOf('v', [], [there])).toEqual({ useful: true, reason: 'clear', text: 'Bra' })
    expect(saidOf('w', [here], [there])).toBeNull()
  })

  it('keeps its words when the other is tapped, and not its reason', () => {
    expect(tapped(null, true)).toEqual({ useful: true, reason: null, text: '' })
    expect(tapped({ useful: true, reason: 'clear', text: 'Bra' }, false)).toEqual({ useful: false, reason: null, text: 'Bra' })
    expect(tapped({ useful: true, reason: 'clear', text: 'Bra' }, true)).toEqual({ useful: true, reason: 'clear', text: 'Bra' })
  })

  it('has one reason, taken back by a second tap', () => {
    const said = { useful: true, reason: null, text: '' }
    expect(because(said, 'clear').reason).toBe('clear')
    expect(because({ ...said, reason: 'clear' }, 'clear').reason).toBeNull()
  })
})

it('counts out only the last hundred', () => {
  expect([leftOf('a'.repeat(399)), leftOf('a'.repeat(400)), leftOf('a'.repeat(500))]).toEqual([null, 100, 0])
})
