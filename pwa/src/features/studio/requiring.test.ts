import { describe, expect, it } from 'vitest'
import { draftOf, fresh, missing, planOf, withOwn } from './requiring'

const named = { ...fresh, titles: { nb: ' Hender ', nn: 'Hender', en: 'Hands' }, topics: { hender: 80 } }

describe('a requirement', () => {
  it('goes out as the server takes it', () => {
    expect(planOf(named)).toEqual({
      title: { nb: 'Hender', nn: 'Hender', en: 'Hands' }, topics: [{ topic: 'hender', share: 80 }], audience: { everyone: true },
      months: 12, window: 60, mandatory: true,
    })
    expect(planOf({ ...named, everyone: false, departments: ['d1'], roles: ['leader'] }).audience).toEqual({
      everyone: false, departments: ['d1'], roles: ['leader'],
    })
  })

  it('comes back as it was', () => {
    const draft = draftOf({
      id: '1', title: 'Hender', titles: { nb: 'Hender', nn: 'Hender', en: 'Hands' }, mandatory: false, months: null, window: 14, ended: false,
      counts: null, topics: [{ topic: 'hender', title: 'Hender', share: 80, items: 3 }],
      audience: { everyone: false, departments: [{ id: 'd1', title: 'Solbakken' }], roles: ['leader'] },
    })
    expect(draft).toEqual({
      titles: { nb: 'Hender', nn: 'Hender', en: 'Hands' }, everyone: false, departments: ['d1'], roles: ['leader'], topics: { hender: 80 },
      months: null, window: 14, mandatory: false,
    })
  })

  it.each([
    [named, null],
    [{ ...named, titles: { ...named.titles, en: ' ' } }, 'titles'],
    [{ ...named, topics: {} }, 'topics'],
    [{ ...named, everyone: false }, 'somebody'],
    [{ ...named, everyone: false, roles: ['leader' as const] }, null],
  ])('says what is missing', (draft, what) => expect(missing(draft)).toBe(what))

  it('keeps a choice that is not among those offered', () => {
    expect(withOwn([6, 12], 7)).toEqual([7, 6, 12])
    expect(withOwn([6, 12], 12)).toEqual([6, 12])
  })
})
