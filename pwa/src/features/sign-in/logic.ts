/** What the sign-in form needs to know, and what went wrong with it. */
import type { ApiError } from '../../api/client'

export type Form = { organisation: string; employee_number: string; pin: string; shared: boolean }
export type Field = 'organisation' | 'employee_number' | 'pin'
export type Trouble = { kind: 'wrong' | 'offline' | 'failed' } | { kind: 'too_many'; minutes: number }

const SHORTEST_PIN = 6

/** The fields that cannot be right as they are, in their order on the screen. */
export function missing(form: Form): Field[] {
  const lacking: Field[] = []
  if (form.organisation.trim() === '') lacking.push('organisation')
  if (form.employee_number.trim() === '') lacking.push('employee_number')
  if (form.pin.trim().length < SHORTEST_PIN) lacking.push('pin')
  return lacking
}

/** The form as it is sent: without the blanks that keyboards add. */
export function tidy(form: Form): Form {
  return { ...form, organisation: form.organisation.trim(), employee_number: form.employee_number.trim(), pin: form.pin.trim() }
}

/** Why signing in did not work, as the person can use it. */
export function troubleOf(error: ApiError): Trouble {
  if (error.kind === 'network') return { kind: 'offline' }
  if (error.status === 429) return { kind: 'too_many', minutes: Math.max(1, Math.ceil((error.retryAfter ?? 60) / 60)) }
  if (error.status === 401 || error.status === 422 || error.status === 400) return { kind: 'wrong' }
  return { kind: 'failed' }
}
