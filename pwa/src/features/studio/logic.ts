/** What the studio decides without a screen. */
import type { CalendarRow, Forecast, Preview, RunPlan } from '../../api/types'

export { dayIn, daysAfter, mondayOf, mondays, weekNumber } from '../../rules/days'

export const MOST_BYTES = 100 * 1024 * 1024
export const MOST_TEASERS = 5

export type Role = NonNullable<RunPlan['audience']['roles']>[number]

/** Whom something is for. */
export type Named = { everyone: boolean; departments: string[]; roles: Role[] }

/** The form of a run as a person fills it in. */
export type Draft = Named & {
  anchor: 'calendar' | 'enrolment'
  startsOn: string
  choice: boolean
  mandatory: boolean
  deadlineDays: number | null
  teasers: string[]
  teaserFrom: string
}

/** The run as the server takes it; fields that do not belong together are left out. */
export function planOf(path: string, draft: Draft): RunPlan {
  const teasers = draft.anchor === 'calendar' ? draft.teasers : []
  const mandatory = draft.mandatory && !draft.choice
  return {
    path,
    audience: draft.everyone ? { everyone: true } : { everyone: false, departments: draft.departments, roles: draft.roles },
    anchor: draft.anchor,
    enrolling: draft.choice ? 'opt_in' : 'audience',
    starts_on: draft.startsOn,
    mandatory,
    deadline_days: mandatory ? draft.deadlineDays : null,
    teasers,
    teaser_from: teasers.length > 0 ? draft.teaserFrom : null,
  }
}

/** Whether anybody is named at all; before that nothing is asked of the server. */
export function namesSomebody({ everyone, departments, roles }: Draft): boolean {
  return everyone || departments.length > 0 || roles.length > 0
}

/** One in, or out again. */
export function toggled<One>(all: readonly One[], one: One): One[] {
  return all.includes(one) ? all.filter((each) => each !== one) : [...all, one]
}

/** Whether a run would open in weeks of the calendar. */
export function hasWeeks(forecast: Forecast): boolean {
  return forecast.first_week !== null && forecast.last_week !== null
}

/** How many of a package's modules and paths are new, changed and the same. */
export function tally({ modules, paths }: Preview): Record<'new' | 'changed' | 'unchanged', number> {
  const counts = { new: 0, changed: 0, unchanged: 0 }
  for (const { state } of [...modules, ...paths]) counts[state] += 1
  return counts
}

/** What opens in a week, over all runs. */
export function openingIn(rows: readonly CalendarRow[], monday: string) {
  return rows.flatMap(({ run, cells }) => cells.filter(({ week }) => week === monday).map((cell) => ({ run, cell })))
}
