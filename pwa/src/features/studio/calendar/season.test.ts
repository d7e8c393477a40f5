import { describe, expect, it } from 'vitest'
import type { CalendarCell, CalendarRow, Conflict } from '../../../api/types'
import { aimed, counted, mondayIn, neighbour, spansFrom, timeOf, troubled } from './season'

const cell = (quest: string, week: string, opened = false) => ({ quest, week, opened, opens: `${week}T06:00`, deadline: null }) as CalendarCell
const row = (id: string, ...cells: CalendarCell[]) => ({ run: { id }, cells }) as unknown as CalendarRow

describe('seasons', () => {
  it.each([[2026, 1, '2025-12-29'], [2026, 53, '2026-12-28'], [2027, 1, '2027-01-04'], [2026, 33, '2026-08-10']])('%i week %i starts on %s', (year, week, monday) =>
    expect(mondayIn(year, week)).toBe(monday))
  it('offers half a year from now, and the seasons that are not over', () => {
    expect(spansFrom('2026-11-23').map(({ name, year, first, weeks }) => [name, year, first, weeks])).toEqual([
      ['half', 2026, '2026-11-23', 26], ['autumn', 2026, '2026-08-10', 21], ['spring', 2027, '2027-01-04', 26], ['autumn', 2027, '2027-08-16', 20],
    ])
    expect(spansFrom('2027-02-01')[1]).toMatchObject({ name: 'spring', year: 2027 })
    expect(spansFrom('2026-12-28')[1]).toMatchObject({ name: 'autumn', year: 2026 })
  })
})

describe('a block', () => {
  const weeks = ['2026-11-23', '2026-11-30', '2026-12-07']
  it('is aimed within what is shown, and not before this week', () => {
    expect(aimed('2026-11-30', 1, weeks, '2026-11-23')).toBe('2026-12-07')
    expect(aimed('2026-12-07', 1, weeks, '2026-11-23')).toBe('2026-12-07')
    expect(aimed('2026-11-30', -1, weeks, '2026-11-30')).toBe('2026-11-30')
  })
  it('has neighbours by arrow key, past what is open', () => {
    const rows = [
      row('a', cell('1', '2026-11-23', true), cell('2', '2026-11-30'), cell('3', '2026-12-07')),
      row('b', cell('4', '2026-11-23', true)),
      row('c', cell('5', '2026-11-30'), cell('6', '2026-12-07')),
    ]
    expect(neighbour(rows, 'a', '2', 'ArrowRight')).toEqual({ run: 'a', quest: '3' })
    expect(neighbour(rows, 'a', '2', 'ArrowLeft')).toBeNull()
    expect(neighbour(rows, 'a', '3', 'ArrowDown')).toEqual({ run: 'c', quest: '6' })
    expect(neighbour(rows, 'c', '5', 'ArrowUp')).toEqual({ run: 'a', quest: '2' })
    expect(neighbour(rows, 'c', '5', 'ArrowDown')).toBeNull()
  })
  it('has a change of times only when there is one', () => {
    const one = cell('1', '2026-11-30')
    expect(timeOf(one, one.opens, null)).toBeNull()
    expect(timeOf(one, '2026-12-01T06:00', null)).toEqual({ kind: 'time', quest: '1', opens: '2026-12-01T06:00', deadline: null })
  })
})

it('counts conflicts apart from advice, and marks only what is in a conflict', () => {
  const items = [
    { severity: 'conflict', stages: [{ run: 'a', quest: '1' }, { run: 'b', quest: '2' }] },
    { severity: 'advice', stages: [{ run: 'c', quest: '3' }] },
  ] as Conflict[]
  expect(counted(items)).toEqual({ conflicts: 1, advice: 1 })
  expect([...troubled(items)]).toEqual(['a 1', 'b 2'])
})
