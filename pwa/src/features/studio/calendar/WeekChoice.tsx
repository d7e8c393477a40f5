/** A week among those to come, but for paused ones. */
import { calendar } from '../../../text/calendar'
import { daysAfter, weekNumber } from '../logic'
import { shortDay } from './words'

const AHEAD = 60

type Props = { label: string; week: string; first: string; paused: readonly string[]; choose: (week: string) => void }

export function WeekChoice({ label, week, first, paused, choose }: Props) {
  const t = calendar()
  const every = Array.from({ length: AHEAD }, (_, index) => daysAfter(first, 7 * index)).filter((each) => !paused.includes(each))
  const weeks = every.includes(week) ? every : [week, ...every]
  return (
    <label class="field">
      <span>{label}</span>
      <select class="inp" value={week} onChange={(event) => choose(event.currentTarget.value)}>
        {weeks.map((each) => <option key={each} value={each}>{t.weekFrom(weekNumber(each), shortDay(each))}</option>)}
      </select>
    </label>
  )
}
