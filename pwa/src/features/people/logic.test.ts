import { expect, it } from 'vitest'
import { ApiError } from '../../api/client'
import type { ListedPerson } from '../../api/types'
import { type Draft, faultsSaid, indented, lacking, listAddress, percentOf, sent, stateOf, today } from './logic'

it('asks for a page of the list', () => {
  expect(listAddress({ text: '', department: '', page: 1 })).toBe('/people?page=1')
  expect(listAddress({ text: ' Åse & co ', department: 'd1', page: 2 })).toBe('/people?page=2&q=%C3%85se+%26+co&department=d1')
})

const person = { active: true, has_pin: true, away_until: null, code_expires_at: null } as ListedPerson
it.each([
  [{}, null],
  [{ has_pin: false }, { kind: 'noPin' }],
  [{ has_pin: false, code_expires_at: '2026-11-20T11:00:00Z' }, { kind: 'codeWaits' }],
  [{ away_until: '2026-11-25', has_pin: false }, { kind: 'away', until: '2026-11-25' }],
  [{ active: false, away_until: '2026-11-25' }, { kind: 'closed' }],
])('of somebody with %j the list says %j', (part, state) => expect(stateOf({ ...person, ...part })).toEqual(state))

it('sets departments in', () => {
  expect(indented({ id: 'd', name: 'Natt', depth: 0 })).toBe('Natt')
  expect(indented({ id: 'd', name: 'Natt', depth: 2 })).toBe('\u2003\u2003Natt')
  expect(percentOf(0.755)).toBe('76\u00a0%')
})

const draft: Draft = { name: ' Wanda ', employee_number: ' 9 ', department: 'd1', percent: '37,5', starts_on: '2026-11-23' }
it('sends a person tidily', () => {
  expect(lacking(draft)).toEqual([])
  expect(sent(draft)).toEqual({ name: 'Wanda', employee_number: '9', department: 'd1', share: 0.375, starts_on: '2026-11-23' })
})

it.each([
  [{ name: ' ' }, ['name']],
  [{ employee_number: '', department: '' }, ['employee_number', 'department']],
  [{ percent: '0' }, ['share']],
  [{ percent: '101' }, ['share']],
  [{ percent: 'full' }, ['share']],
  [{ percent: '' }, ['share']],
  [{ starts_on: '' }, ['starts_on']],
])('%j lacks %j', (part, faults) => expect(lacking({ ...draft, ...part })).toEqual(faults))

it('tells what the server found wrong', () => {
  expect(faultsSaid(new ApiError('problem', 'number_taken', 409, { employee_number: ['Taken.'] }))).toEqual(['taken'])
  expect(faultsSaid(new ApiError('problem', 'invalid', 422, { last_day: ['No.'], other: ['No.'] }))).toEqual(['last_day'])
  expect(faultsSaid(new ApiError('network', 'unreachable'))).toEqual([])
})

it('knows what day it is here', () => expect(today(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05'))
