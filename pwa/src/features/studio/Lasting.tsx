/** How long a certificate holds, when it can be renewed, and whether it must be taken. */
import { requirements } from '../../text/requirements'
import { MONTHS, type RequirementDraft, WINDOWS, withOwn } from './requiring'

type Props = { draft: RequirementDraft; set: (part: Partial<RequirementDraft>) => void }

export function Lasting({ draft: { months, window, mandatory }, set }: Props) {
  const t = requirements()
  return (
    <fieldset class="card stack">
      <legend class="lead">{t.term}</legend>
      <label class="field">
        <span>{t.lasts}</span>
        <select
          class="inp" value={String(months ?? '')}
          onChange={(event) => set({ months: event.currentTarget.value === '' ? null : Number(event.currentTarget.value) })}
        >
          {withOwn<number | null>(MONTHS, months).map((each) => <option key={each} value={String(each ?? '')}>{t.months(each)}</option>)}
        </select>
      </label>
      {months !== null && (
        <label class="field">
          <span>{t.window}</span>
          <select class="inp" value={String(window)} onChange={(event) => set({ window: Number(event.currentTarget.value) })}>
            {withOwn<number>(WINDOWS, window).map((each) => <option key={each} value={String(each)}>{t.windowDays(each)}</option>)}
          </select>
          <small class="dim">{t.windowWhy}</small>
        </label>
      )}
      <label class="check">
        <input type="checkbox" checked={mandatory} onChange={(event) => set({ mandatory: event.currentTarget.checked })} />
        <span>{t.mandatory}<span class="two xs dim">{t.mandatoryWhy}</span></span>
      </label>
    </fieldset>
  )
}
