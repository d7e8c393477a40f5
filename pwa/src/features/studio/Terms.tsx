/** On which terms: everybody is in it or chooses it; voluntary, or to be taken within some days. */
import { studio } from '../../text/studio'
import type { PartProps } from './Audience'
import { Radio } from './Radio'

const DAYS = [7, 14, 21, 30, 60, 90] as const

export function Terms({ draft, set }: PartProps) {
  const t = studio()
  return (
    <fieldset class="card stack">
      <legend class="lead">{t.terms}</legend>
      <Radio name="enrolling" checked={!draft.choice} label={t.enrolAll} help={t.enrolAllWhy} onChoose={() => set({ choice: false })} />
      <Radio name="enrolling" checked={draft.choice} label={t.chooseSelf} help={t.chooseWhy} onChoose={() => set({ choice: true })} />
      {!draft.choice && (
        <label class="check">
          <input type="checkbox" checked={draft.mandatory} onChange={(event) => set({ mandatory: event.currentTarget.checked })} />
          <span>{t.mandatory}<span class="two xs dim">{t.mandatoryWhy}</span></span>
        </label>
      )}
      {!draft.choice && draft.mandatory && (
        <label class="field">
          <span>{t.deadline}</span>
          <select
            class="inp" value={String(draft.deadlineDays ?? '')}
            onChange={(event) => set({ deadlineDays: event.currentTarget.value === '' ? null : Number(event.currentTarget.value) })}
          >
            <option value="">{t.deadlineWeek}</option>
            {DAYS.map((days) => <option key={days} value={String(days)}>{t.deadlineDays(days)}</option>)}
          </select>
        </label>
      )}
    </fieldset>
  )
}
