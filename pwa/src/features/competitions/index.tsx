/** Ny konkurranse: what it is called, by which rule, when, between whom and over what. */
import { useEffect, useRef, useState } from 'preact/hooks'
import * as answers from '../../answers'
import { asApiError, request } from '../../api/client'
import type { RacingChoices } from '../../api/types'
import { navigate } from '../../router'
import { dayIn, mondays } from '../../rules/days'
import { current } from '../../session'
import { competitions } from '../../text/competitions'
import { Arranging } from './Arranging'
import { Between } from './Between'
import { Over, Rule, Times } from './Parts'
import './competitions.css'
import { type Draft, type Lack, TEMPLATES, WEEKS_AHEAD, begun, fresh, lacking, planOf } from './logic'

export default function NewCompetition() {
  return <Arranging title={competitions().make}>{(choices) => <Form choices={choices} />}</Arranging>
}

function Form({ choices }: { choices: RacingChoices }) {
  const t = competitions()
  const weeks = mondays(dayIn(current.value?.organisation.time_zone ?? 'Europe/Oslo', new Date()), WEEKS_AHEAD)
  const [draft, setDraft] = useState<Draft>(() => fresh(choices, weeks[1] ?? '', ''))
  const [lacks, setLacks] = useState<Lack[]>([])
  const [state, setState] = useState<'ready' | 'busy' | { wrong: string }>('ready')
  const form = useRef<HTMLFormElement>(null)
  const id = useRef(crypto.randomUUID())
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(), [lacks])

  async function make(event: Event) {
    event.preventDefault()
    if (state === 'busy') return
    const found = lacking(draft, choices.departments)
    setLacks(found)
    if (found.length > 0) return
    setState('busy')
    try {
      await request(`/competitions/${id.current}`, { method: 'PUT', body: planOf(draft, choices.departments) })
      await answers.competitions.refresh()
      navigate(`/lag/${id.current}`, { replace: true })
    } catch (caught) {
      setState({ wrong: asApiError(caught).kind === 'network' ? t.offline : t.failed })
    }
  }

  const part = { draft, set, lacks }
  return (
    <form ref={form} class="stack" noValidate onSubmit={(event) => void make(event)}>
      <fieldset class="stack">
        <legend class="legend">{t.template}</legend>
        <div class="rowx templates">
          {TEMPLATES.map((each) => (
            <button type="button" key={each} class="btn s slim" title={t.templates[each].what} onClick={() => setDraft(begun(draft, each, t.templates[each].name))}>{t.templates[each].name}</button>
          ))}
        </div>
      </fieldset>
      <label class="field">
        <span>{t.name}</span>
        <input class="inp" maxLength={80} value={draft.name} aria-invalid={lacks.includes('name')} aria-describedby="name-lacks" onInput={(event) => set({ name: event.currentTarget.value })} />
      </label>
      <p class="wrong" id="name-lacks" hidden={!lacks.includes('name')}>{t.lacks.name}</p>
      <Rule {...part} />
      <Times {...part} weeks={weeks} />
      <Between {...part} choices={choices} />
      <Over {...part} choices={choices} />
      <label class="field">
        <span>{t.prizeField}</span>
        <input class="inp" maxLength={200} value={draft.prize} aria-describedby="prize-why" onInput={(event) => set({ prize: event.currentTarget.value })} />
      </label>
      <p class="sm dim tight" id="prize-why">{t.prizeWhy}</p>
      {typeof state === 'object' && <p class="wrong" role="alert">{state.wrong}</p>}
      <button type="submit" class="btn p" disabled={state === 'busy'}>{t.create}</button>
    </form>
  )
}
