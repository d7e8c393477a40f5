/** When a competition is, in weeks. */
import type { Competition } from '../../api/types'
import { daysAfter, weekNumber } from '../../rules/days'
import { competitions } from '../../text/competitions'
import { shell } from '../../text/shell'

/** "Uke 47", or "Uke 47 til Uke 48". */
export function lasting({ week, weeks }: Pick<Competition, 'week' | 'weeks'>): string {
  const last = daysAfter(week.starts_on, 7 * (weeks - 1))
  return competitions().weeks(shell().week(week.week), weeks > 1 ? shell().week(weekNumber(last)).toLowerCase() : null)
}
