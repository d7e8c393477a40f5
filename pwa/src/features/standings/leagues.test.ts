import { describe, expect, it } from 'vitest'
import type { League, LeagueRow } from '../../api/types'
import { language } from '../../text'
import { apart, nowOf, rowKey, zonesOf } from './leagues'

const mine = { rank: 4, possible: 300, taken: 150, share: 0.5, outcome: 'stayed' } as const
const row = (place: number, more: Partial<LeagueRow> = {}): LeagueRow => ({ place, rank: place, name: null, share: 0.5, outcome: 'stayed', me: false, ...more })

function now(given: Partial<NonNullable<League['mine']>>, gap: League['gap'] = null, tier = 2) {
  language.value = 'nb'
  return nowOf({ mine: { ...mine, ...given }, tier, gap })
}

describe('where the week leads', () => {
  it('names the tier above, and the next step', () => {
    expect(now({ outcome: 'up' })).toBe('Slik det står nå, går du opp til Skaret.')
    expect(now({}, { points: 30, to_rank: 3 })).toBe('Slik det står nå, blir du i Lia. 30 poeng til, så er du på 3.\u00a0plass.')
  })

  it('tells who stands low how to stay, and only else where they will be', () => {
    expect(now({ outcome: 'down' }, { points: 40, to_rank: null })).toBe('40 poeng til, så blir du i Lia.')
    expect(now({ outcome: 'down' })).toBe('Slik det står nå, er du i Fjæra neste uke.')
    expect(now({ outcome: 'stayed' }, { points: 40, to_rank: null }, 1)).toBe('Slik det står nå, blir du i Fjæra.')
    expect(now({ outcome: 'rested' })).toBe('Denne uka teller ikke for deg. Du blir i Lia.')
  })

  it('says nothing to who has not begun and stays', () => {
    expect(now({ rank: null })).toBe('')
  })

  it('tells how many go up and down, in each language', () => {
    language.value = 'nb'
    expect(zonesOf({ tier: 2, up: 5, down: 5 })).toBe('De 5 øverste går opp til Skaret. De 5 nederste går ned til Fjæra.')
    language.value = 'nn'
    expect(zonesOf({ tier: 1, up: 1, down: 0 })).toBe('Den øvste går opp til Lia.')
    language.value = 'en'
    expect(zonesOf({ tier: 5, up: 0, down: 1 })).toBe('You are on the highest tier. The last goes down to the Ridge.')
  })
})

describe('rows', () => {
  it('are followed by who shows a name, never by who is anonymous', () => {
    expect([row(1), row(2, { name: 'Multe' }), row(3, { me: true, name: 'Blåveis' })].map(rowKey)).toEqual(['place 1', 'name Multe', 'me'])
  })

  it('stand apart where others are between', () => {
    expect([apart(undefined, row(4)), apart(row(3), row(4)), apart(row(3), row(5))]).toEqual([false, false, true])
  })
})
