import { describe, expect, it } from 'vitest'
import type { CalendarRow, Preview } from '../../api/types'
import { type Draft, dayIn, mondayOf, mondays, namesSomebody, openingIn, planOf, tally, toggled, weekNumber } from './logic'

const draft: Draft = {
  everyone: true, departments: ['d'], roles: ['leader'], anchor: 'calendar', startsOn: '2026-11-30', choice: false, mandatory: true,
  deadlineDays: 14, teasers: ['fall'], teaserFrom: '2026-11-25',
}

describe('weeks', () => {
  it.each([['2026-11-23', 48], ['2026-12-28', 53], ['2027-01-04', 1], ['2024-12-30', 1], ['2026-03-30', 14]])('%s is week %i', (monday, week) =>
    expect(weekNumber(monday)).toBe(week))
  it.each([['2026-11-23', '2026-11-23'], ['2026-11-29', '2026-11-23'], ['2027-01-01', '2026-12-28']])('%s belongs to %s', (day, monday) =>
    expect(mondayOf(day)).toBe(monday))
  it('follows the zone at midnight', () => {
    expect(dayIn('Europe/Oslo', new Date('2026-11-22T23:30:00Z'))).toBe('2026-11-23')
    expect(dayIn('UTC', new Date('2026-11-22T23:30:00Z'))).toBe('2026-11-22')
  })
  it('offers this week first, over summer time and the turn of the year', () => {
    expect(mondays('2026-12-23', 3)).toEqual(['2026-12-21', '2026-12-28', '2027-01-04'])
    expect(mondays('2026-10-22', 2)).toEqual(['2026-10-19', '2026-10-26'])
  })
})

describe('the plan of a run', () => {
  it('is what was filled in', () => {
    expect(planOf('p', { ...draft, everyone: false })).toEqual({
      path: 'p', audience: { everyone: false, departments: ['d'], roles: ['leader'] }, anchor: 'calendar', enrolling: 'audience',
      starts_on: '2026-11-30', mandatory: true, deadline_days: 14, teasers: ['fall'], teaser_from: '2026-11-25',
    })
  })
  it('leaves out what does not belong together', () => {
    expect(planOf('p', draft).audience).toEqual({ everyone: true })
    expect(planOf('p', { ...draft, choice: true })).toMatchObject({ enrolling: 'opt_in', mandatory: false, deadline_days: null })
    expect(planOf('p', { ...draft, anchor: 'enrolment' })).toMatchObject({ teasers: [], teaser_from: null })
    expect(planOf('p', { ...draft, teasers: [] })).toMatchObject({ teaser_from: null })
  })
  it('names somebody or nobody', () => {
    expect(namesSomebody(draft)).toBe(true)
    expect(namesSomebody({ ...draft, everyone: false, departments: [], roles: [] })).toBe(false)
    expect(namesSomebody({ ...draft, everyone: false, departments: [] })).toBe(true)
  })
})

it('puts in and takes out', () => {
  expect(toggled(['a'], 'b')).toEqual(['a', 'b'])
  expect(toggled(['a', 'b'], 'a')).toEqual(['b'])
})

it('counts what a package brings', () => {
  const module = { slug: 'm', title: 'M', languages: [], seconds: 60 }
  const preview = {
    modules: [{ ...module, state: 'new' }, { ...module, state: 'changed' }, { ...module, state: 'new' }],
    paths: [{ slug: 'p', title: 'P', state: 'unchanged', languages: [], stages: 2 }], pictures: 0,
  } as Preview
  expect(tally(preview)).toEqual({ new: 2, changed: 1, unchanged: 1 })
})

it('gathers what opens in a week', () => {
  const cell = (week: string) => ({ week, number: 1, title: 'T', minutes: 5, opened: false })
  const rows = [{ run: { id: 'a' }, cells: [cell('2026-11-23'), cell('2026-11-30')] }, { run: { id: 'b' }, cells: [cell('2026-11-30')] }] as CalendarRow[]
  expect(openingIn(rows, '2026-11-30').map(({ run }) => run.id)).toEqual(['a', 'b'])
  expect(openingIn(rows, '2026-12-07')).toEqual([])
})
