import { describe, expect, it, test } from 'vitest'
import type { BoardRow } from '../../api/types'
import { cheerable, figure, firstAs, listed, onMap, percent, topApart, workedOut } from './logic'

const row: BoardRow = {
  rank: 1, size_class: 1, department: 'a', name: 'A', score: 0.5, members: 12, mine: false,
  parts: { sum_w: 12, sum_wx: 6, mean: 0.5, k: 8, whole_percent: false, merged: [] },
}

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

test('a map has room for ten: else the first five, and those beside one’s own', () => {
  const some = (count: number, own: number) => Array.from({ length: count }, (_, index) => ({ ...row, rank: index + 1, mine: index === own }))
  expect(onMap(some(10, 9)).map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(onMap(some(30, 19)).map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 18, 19, 20, 21, 22])
  expect(onMap(some(30, -1)).map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5])
})

test.each([
  ['not at all', [1, 2, 3], null],
  ['alone', [2, 1, 3], 'alone'],
  ['shared', [1, 1, 3], 'shared'],
  ['level', [1, 1, 1], 'level'],
])('who is first is told as it is: %s', (_, ranks, told) => {
  const rows = ranks.map((rank, index) => ({ ...row, rank, mine: index === 1 }))
  expect(firstAs({ rows })).toBe(told)
  expect(firstAs({ rows: [...rows.slice(0, 1), { ...row, size_class: 2, mine: true }] })).toBe('alone')
})

test('one cheers for one’s own departments first, then for others on the board', () => {
  const rows = [{ ...row, department: 'a', name: 'A' }, { ...row, department: 'b', name: 'B' }]
  expect(cheerable({ departments: [{ id: 'b', name: 'B' }, { id: 'c', name: 'C' }] }, rows).map(({ id }) => id)).toEqual(['b', 'c', 'a'])
})
