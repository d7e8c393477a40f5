/** From when: a week of the calendar, or each person's own first day. */
import { shell } from '../../text/shell'
import { studio } from '../../text/studio'
import { when } from '../../text/when'
import type { PartProps } from './Audience'
import { daysAfter, weekNumber } from './logic'
import { Radio } from './Radio'

export function Start({ draft, set, weeks }: PartProps & { weeks: readonly string[] }) {
  const t = studio()
  return (
    <fieldset class="card stack">
      <legend class="lead">{t.fromWhen}</legend>
      <Radio name="anchor" checked={draft.anchor === 'calendar'} label={t.inWeek} help={t.inWeekWhy} onChoose={() => set({ anchor: 'calendar' })} />
      {draft.anchor === 'calendar' && (
        <label class="field">
          <span>{t.firstWeek}</span>
          <select class="inp" value={draft.startsOn} onChange={(event) => set({ startsOn: event.currentTarget.value })}>
            {weeks.map((monday) => (
              <option key={monday} value={monday}>{`${shell().week(weekNumber(monday))} · ${when().range(monday, daysAfter(monday, 6))}`}</option>
            ))}
          </select>
        </label>
      )}
      <Radio name="anchor" checked={draft.anchor === 'enrolment'} label={t.ownDay} help={t.ownDayWhy} onChoose={() => set({ anchor: 'enrolment' })} />
    </fieldset>
  )
}
