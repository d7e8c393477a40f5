/** A shared goal as a person fills it in. */
import type { RacingChoices } from '../../api/types'

export type Whose = { id: string; name: string | null; members: number }

/** Whose goal it may be: everybody's first, for those who may set that, then departments with people enough. */
export function whoseOf({ departments, live_members }: RacingChoices, setsAll: boolean): Whose[] {
  const everybody = departments.filter(({ parent }) => parent === null).reduce((sum, { members }) => sum + members, 0)
  const some = departments.filter(({ members }) => members >= live_members).map(({ id, name, members }) => ({ id, name, members }))
  return setsAll ? [{ id: '', name: null, members: everybody }, ...some] : some
}

/** The number somebody wrote, spaces between its digits or not; null where it is none that will do. */
export function targetOf(typed: string): number | null {
  const digits = typed.replace(/[\s\u00a0.]/g, '')
  return /^[0-9]{1,8}$/.test(digits) && Number(digits) > 0 && Number(digits) <= 10_000_000 ? Number(digits) : null
}

/** How many that is for each person in a week; null while it cannot be told. */
export function perPersonWeek(target: number | null, members: number, weeks: number): number | null {
  return target === null || members === 0 ? null : target / members / weeks
}
