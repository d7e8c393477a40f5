import { describe, expect, it } from 'vitest'
import { dates as exact } from './dates'

/** Days and hours never break over a line; here they are read as plain blanks. */
function dates(...where: Parameters<typeof exact>) {
  const words = exact(...where)
  const plain = <Arguments extends unknown[]>(say: (...given: Arguments) => string) => (...given: Arguments): string => say(...given).replaceAll('\u00a0', ' ')
  return { day: plain(words.day), clock: plain(words.clock), range: plain(words.range), until: plain(words.until), moment: plain(words.moment), by: plain(words.by) }
}

const oslo = dates('nb', 'Europe/Oslo')

describe('dates', () => {
  it('says days and hours in the organisation’s own time zone', () => {
    expect(oslo.day('2026-11-23T05:00:00Z')).toBe('mandag 23. november')
    expect(oslo.clock('2026-11-23T05:00:00Z')).toBe('kl. 06.00')
    expect(oslo.clock('2026-07-23T05:00:00Z')).toBe('kl. 07.00')
    expect(oslo.day('2026-11-22T23:30:00Z')).toBe('mandag 23. november')
  })

  it.each([
    ['nn', 'tysdag 24. november'],
    ['en', 'Tuesday 24 November'],
  ] as const)('speaks %s', (language, day) => {
    expect(dates(language, 'Europe/Oslo').day('2026-11-24T11:00:00Z')).toBe(day)
  })

  it('names a week by its ends', () => {
    expect(oslo.range('2026-11-16', '2026-11-22')).toBe('16.–22. nov.')
    expect(oslo.range('2026-11-30', '2026-12-06')).toBe('30. nov.–6. des.')
    expect(dates('en', 'Europe/Oslo').range('2026-11-16', '2026-11-22')).toBe('16–22 Nov')
  })

  it('counts the last whole day before the closing', () => {
    const closes = '2026-11-22T23:00:00Z'
    expect(oslo.until(closes, new Date('2026-11-18T09:00:00Z'))).toBe('til søndag')
    expect(oslo.until(closes, new Date('2026-11-22T09:00:00Z'))).toBe('til i kveld')
    expect(oslo.until(closes, new Date('2026-11-02T09:00:00Z'))).toBe('til 22. nov.')
  })

  it.each([
    ['2026-11-18T15:00:00Z', 'i dag kl. 16.00'], ['2026-11-19T05:00:00Z', 'i morgen kl. 06.00'],
    ['2026-11-20T15:00:00Z', 'på fredag'], ['2026-11-24T15:00:00Z', 'på tirsdag'], ['2026-11-25T15:00:00Z', '25. nov.'],
  ])('says when something is due: %s', (time, words) => expect(oslo.by(time, new Date('2026-11-18T12:00:00Z'))).toBe(words))

  it('says how old something is', () => {
    const now = new Date('2026-11-18T12:00:00Z')
    expect(oslo.moment('2026-11-18T10:40:00Z', now)).toBe('i dag kl. 11.40')
    expect(oslo.moment('2026-11-17T18:40:00Z', now)).toBe('i går kl. 19.40')
    expect(oslo.moment('2026-11-03T07:15:00Z', now)).toBe('3. nov. kl. 08.15')
  })
})
