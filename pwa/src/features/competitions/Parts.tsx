/** Parts of the form: by which rule, when, and over what. */
import type { RacingChoices } from '../../api/types'
import { daysAfter, weekNumber } from '../../rules/days'
import { competitions } from '../../text/competitions'
import { shell } from '../../text/shell'
import { when } from '../../text/when'
import { type Draft, FREEZES, type Lack, MOST_WEEKS, RULES } from './logic'

export type PartProps = { draft: Draft; set: (part: Partial<Draft>) => void; lacks: readonly Lack[] }

export function Choice({ name, checked, label, help, onChoose }: { name: string; checked: boolean; label: string; help?: string; onChoose: () => void }) {
  return (
    <label class="check">
      <input type="radio" name={name} checked={checked} onChange={onChoose} />
      <span>{label}{help && <span class="two xs dim">{help}</span>}</span>
    </label>
  )
}

export function Rule({ draft, set }: PartProps) {
  const t = competitions()
  return (
    <fieldset class="card stack">
      <legend class="lead">{t.rule}</legend>
      {RULES.map((rule) => (
        <Choice key={rule} name="rule" checked={draft.rule === rule} label={t.rules[rule].name} help={t.rules[rule].what} onChoose={() => set({ rule })} />
      ))}
    </fieldset>
  )
}

export function Times({ draft, set, weeks }: PartProps & { weeks: readonly string[] }) {
  const t = competitions()
  return (
    <fieldset class="card stack">
      <legend class="lead">{t.time}</legend>
      <label class="field">
        <span>{t.firstWeek}</span>
        <select class="inp" value={draft.firstWeek} onChange={(event) => set({ firstWeek: event.currentTarget.value })}>
          {weeks.map((monday) => <option key={monday} value={monday}>{`${shell().week(weekNumber(monday))} · ${when().range(monday, daysAfter(monday, 6))}`}</option>)}
        </select>
      </label>
      <label class="field">
        <span>{t.length}</span>
        <select class="inp" value={draft.weeks} onChange={(event) => set({ weeks: Number(event.currentTarget.value) })}>
          {Array.from({ length: MOST_WEEKS }, (_, index) => <option key={index} value={index + 1}>{index + 1}</option>)}
        </select>
      </label>
      <label class="field">
        <span>{t.freeze}</span>
        <select class="inp" value={draft.freeze} onChange={(event) => set({ freeze: Number(event.currentTarget.value) })}>
          {FREEZES.map((hours) => <option key={hours} value={hours}>{t.freezes(hours)}</option>)}
        </select>
      </label>
    </fieldset>
  )
}

/** Which paths count. Reviews belong to none, so that where what is remembered counts there is nothing to choose. */
export function Over({ draft, set, lacks, choices }: PartProps & { choices: RacingChoices }) {
  const t = competitions()
  if (draft.rule === 'recall' || choices.paths.length === 0) return null
  const chosen = draft.paths ?? []
  const toggle = (id: string) => set({ paths: chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id] })
  return (
    <fieldset class="card stack">
      <legend class="lead">{t.what}</legend>
      <Choice name="paths" checked={draft.paths === null} label={t.allPaths} onChoose={() => set({ paths: null })} />
      <Choice name="paths" checked={draft.paths !== null} label={t.chosenPaths} onChoose={() => set({ paths: [] })} />
      {draft.paths !== null && (
        <div role="group" aria-label={t.chosenPaths}>
          {choices.paths.map(({ id, title }) => (
            <label key={id} class="check">
              <input type="checkbox" checked={chosen.includes(id)} aria-invalid={lacks.includes('paths')} onChange={() => toggle(id)} /><span>{title}</span>
            </label>
          ))}
        </div>
      )}
      {lacks.includes('paths') && <p class="wrong" role="alert">{t.lacks.paths}</p>}
    </fieldset>
  )
}
