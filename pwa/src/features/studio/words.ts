/** Runs in words: in which weeks, and for whom. */
import type { Requirement, Run } from '../../api/types'
import { studio } from '../../text/studio'

/** "Uke 48 til 50", or that each has a pace of their own. */
export function spanOf({ first_week, last_week }: Pick<Run, 'first_week' | 'last_week'>): string {
  const t = studio()
  return first_week && last_week ? t.span(first_week.week, last_week.week) : t.ownPace
}

/** "Hele virksomheten", or the departments and roles by name. */
export function audienceOf({ audience }: Pick<Run | Requirement, 'audience'>): string {
  const t = studio()
  if (audience.everyone) return t.everyone
  const roles = audience.roles.map((role) => t.roles[role] ?? role)
  return [audience.departments.map(({ title }) => title).join(', '), roles.join(', ')].filter(Boolean).join(' · ')
}
