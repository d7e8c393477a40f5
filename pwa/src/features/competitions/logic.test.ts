import { expect, test } from 'vitest'
import { begun, type Department, fresh, lacking, levelsOf, openTo, planOf, teamsOf } from './logic'

const place = (id: string, level: number): Department => ({ id, name: id, level, parent: null, members: 7 })
const DEPARTMENTS = [place('kommunen', 0), place('helse', 1), place('skole', 1), place('natt', 2), place('dag', 2)]
const CHOICES = { departments: DEPARTMENTS, paths: [], least_members: 5, live_members: 10 }
const DRAFT = fresh(CHOICES, '2026-11-16', 'Høstløpet')

test('only levels where somebody can race are offered', () => {
  expect(levelsOf(DEPARTMENTS)).toEqual([1, 2])
  expect(levelsOf([place('kommunen', 0)])).toEqual([])
})

test('the departments of a level race, each alone', () => {
  expect(DRAFT.level).toBe(1)
  expect(teamsOf(DRAFT, DEPARTMENTS)).toEqual([{ name: null, departments: ['helse'] }, { name: null, departments: ['skole'] }])
})

test('teams are put together under their names, those without anybody left out', () => {
  const draft = { ...DRAFT, by: 'team' as const, teamNames: [' Dag og skole ', 'Natt', ''], teamOf: { dag: 0, skole: 0, natt: 1 } }
  expect(teamsOf(draft, DEPARTMENTS)).toEqual([{ name: 'Dag og skole', departments: ['skole', 'dag'] }, { name: 'Natt', departments: ['natt'] }])
  expect(lacking(draft, DEPARTMENTS)).toEqual([])
  expect(lacking({ ...draft, teamNames: ['', 'Natt'] }, DEPARTMENTS)).toEqual(['teamNames'])
})

test('people pick one of the named teams, everywhere or in one department', () => {
  const draft = { ...DRAFT, by: 'pick' as const, teamNames: [' Rødt', 'Blått'] }
  expect(teamsOf(draft, DEPARTMENTS)).toEqual([{ name: 'Rødt', departments: [] }, { name: 'Blått', departments: [] }])
  const below = DEPARTMENTS.map((each) => ({ ...each, parent: each.level === 0 ? 'elsewhere' : 'kommunen' }))
  expect(openTo(draft, below)).toEqual(['kommunen'])
  expect(openTo({ ...draft, openTo: 'helse' }, below)).toEqual(['helse'])
  expect(lacking({ ...draft, teamNames: ['Rødt', ''] }, DEPARTMENTS)).toEqual(['teamNames'])
  expect(lacking({ ...draft, teamNames: ['Rødt', 'rødt '] }, DEPARTMENTS)).toEqual(['teamNames'])
})

test('what is missing is told', () => {
  expect(lacking(DRAFT, DEPARTMENTS)).toEqual([])
  expect(lacking({ ...DRAFT, name: ' ', by: 'choice', chosen: ['natt'], paths: [] }, DEPARTMENTS)).toEqual(['name', 'teams', 'paths'])
})

test('a template is where one begins', () => {
  expect(begun(DRAFT, 'season', 'Sesong')).toMatchObject({ name: 'Sesong', weeks: 12, by: 'level' })
  expect(begun(DRAFT, 'derby', 'Derby')).toMatchObject({ weeks: 1, by: 'choice' })
})

test('the plan is what the server takes', () => {
  expect(planOf({ ...DRAFT, prize: ' Kake ' }, DEPARTMENTS)).toEqual({
    name: 'Høstløpet', rule: 'participation', first_week: '2026-11-16', weeks: 2, freeze_hours: 24, prize: 'Kake', paths: null, open_to: null,
    teams: [{ name: null, departments: ['helse'] }, { name: null, departments: ['skole'] }],
  })
})
