import { describe, expect, it } from 'vitest'
import { figure, listed, percent, topApart, workedOut } from './logic'

describe('figures', () => {
  it('writes shares as each language does', () => {
    expect(percent(0.784, 'nb')).toBe('78\u00a0%')
    expect(percent(0.784, 'en')).toBe('78%')
    expect(figure(14.256, 'nb')).toBe('14,26')
    expect(figure(14.2, 'nn', 1)).toBe('14,2')
    expect(figure(14.2, 'en', 1)).toBe('14.2')
  })

  it('works the formula out', () => {
    expect(workedOut(14.2, 18.6, 8, 0.71, (14.2 + 8 * 0.71) / 26.6, 'nb')).toBe('(14,2 + 8 × 0,71) / (18,6 + 8) = 75\u00a0%')
  })

  it('lists names', () => {
    expect(listed(['Skagen'], 'og')).toBe('Skagen')
    expect(listed(['Skagen', 'Nord', 'Sør'], 'og')).toBe('Skagen, Nord og Sør')
  })
})

describe('the top three', () => {
  const row = (rank: number) => ({ rank, name: null, points: 100 - rank, me: false })
  const week = { year: 2026, week: 47, starts_on: '', ends_on: '' }

  it('stands apart only when it is not already around the viewer', () => {
    const top = [row(1), row(2), row(3)]
    expect(topApart({ week, top, around: [row(11), row(12)], me: null, total: 20, updated_at: null })).toEqual(top)
    expect(topApart({ week, top, around: [row(1), row(2), row(3), row(4)], me: null, total: 20, updated_at: null })).toEqual([])
  })
})
