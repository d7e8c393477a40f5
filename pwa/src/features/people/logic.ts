/** What the people screens decide without a screen. */
import type { ApiError } from '../../api/client'
import type { LedDepartment, ListedPerson } from '../../api/types'

export type Sought = { text: string; department: string; page: number }
export type Draft = { name: string; employee_number: string; department: string; percent: string; starts_on: string }
export type Fault = 'name' | 'employee_number' | 'taken' | 'department' | 'share' | 'starts_on' | 'last_day' | 'ends_on'
export type State = { kind: 'closed' | 'noPin' | 'codeWaits' } | { kind: 'away'; until: string } | null

/** The address of a page of the list. */
export function listAddress({ text, department, page }: Sought): string {
  const query = new URLSearchParams({ page: String(page) })
  if (text.trim()) query.set('q', text.trim())
  if (department) query.set('department', department)
  return `/people?${query.toString()}`
}

/** The one thing worth saying of somebody in a list. */
export function stateOf(person: ListedPerson): State {
  if (!person.active) return { kind: 'closed' }
  if (person.away_until) return { kind: 'away', until: person.away_until }
  if (person.code_expires_at) return { kind: 'codeWaits' }
  return person.has_pin ? null : { kind: 'noPin' }
}

/** A department's name, set in as deep as it stands in the tree. */
export function indented({ name, depth }: LedDepartment): string {
  return `${'\u2003'.repeat(depth)}${name}`
}

/** A share of a position in words: 0.75 is "75 %". */
export function percentOf(share: number): string {
  return `${Math.round(share * 100)}\u00a0%`
}

/** What is lacking in a new person, in the order of the screen. */
export function lacking(draft: Draft): Fault[] {
  const faults: Fault[] = []
  if (draft.name.trim() === '') faults.push('name')
  if (draft.employee_number.trim() === '') faults.push('employee_number')
  if (draft.department === '') faults.push('department')
  const percent = Number(draft.percent.replace(',', '.'))
  if (!(percent >= 1 && percent <= 100)) faults.push('share')
  if (!isDay(draft.starts_on)) faults.push('starts_on')
  return faults
}

/** A new person as it is sent. */
export function sent(draft: Draft) {
  const { name, employee_number, department, starts_on } = draft
  return {
    name: name.trim(), employee_number: employee_number.trim(), department, starts_on,
    share: Number(draft.percent.replace(',', '.')) / 100,
  }
}

const FIELDS: readonly Fault[] = ['name', 'employee_number', 'department', 'share', 'starts_on', 'last_day', 'ends_on']

/** What the server found wrong with a form. */
export function faultsSaid(error: ApiError): Fault[] {
  if (error.code === 'number_taken') return ['taken']
  return FIELDS.filter((field) => field in error.errors)
}

export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text)
}

/** The day on this device's calendar, as a date field has it. */
export function today(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** A picture's address of its own, so that the pages' policy lets it stand. */
export function pictureOf(svg: string): string {
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
