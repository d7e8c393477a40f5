/** To try a post out: with whom, and what to ask them at the end. */
import { useRef, useState } from 'preact/hooks'
import { type ApiError, asApiError, request } from '../../../api/client'
import { language } from '../../../text'
import { paths } from '../../../text/paths'
import { studio } from '../../../text/studio'
import { Audience } from '../Audience'
import type { Named } from '../logic'
import { MOST_QUESTIONS, type Question, asked } from './questions'

const NOBODY: Named = { everyone: false, departments: [], roles: [] }
const BLANK: Question = { text: '', asks: 'scale' }

export function PilotForm({ module, revision, done }: { module: string; revision: number; done: () => void }) {
  const t = paths()
  const [audience, setAudience] = useState(NOBODY)
  const [questions, setQuestions] = useState<Question[]>([BLANK])
  const [state, setState] = useState<'ready' | 'busy' | ApiError>('ready')
  const pilot = useRef(crypto.randomUUID())
  const named = audience.everyone || audience.departments.length > 0 || audience.roles.length > 0
  const set = (place: number, part: Partial<Question>) => {
    const all = questions.map((each, at) => (at === place ? { ...each, ...part } : each))
    const last = all.at(-1)
    setQuestions(last && last.text !== '' && all.length < MOST_QUESTIONS ? [...all, BLANK] : all)
  }

  async function open(event: Event) {
    event.preventDefault()
    if (state === 'busy' || !named) return
    setState('busy')
    try {
      const body = { module, revision, audience, questions: asked(questions, language.value) }
      await request(`/studio/pilots/${pilot.current}`, { method: 'PUT', body })
      done()
    } catch (caught) {
      setState(asApiError(caught))
    }
  }

  return (
    <form class="stack" onSubmit={(event) => void open(event)} noValidate>
      <Audience draft={audience} set={(part) => setAudience({ ...audience, ...part })} />
      <fieldset class="card stack">
        <legend class="lead">{t.questionsWhy}</legend>
        {questions.map(({ text, asks }, place) => (
          <div key={place} class="stack">
            <label class="field">
              <span>{t.question(place + 1)}</span>
              <input class="inp" maxLength={200} value={text} onInput={(event) => set(place, { text: event.currentTarget.value })} />
            </label>
            {text !== '' && (
              <label class="field">
                <span>{t.asks}</span>
                <select class="inp" value={asks} onChange={(event) => set(place, { asks: event.currentTarget.value === 'text' ? 'text' : 'scale' })}>
                  <option value="scale">{t.asksScale}</option>
                  <option value="text">{t.asksText}</option>
                </select>
              </label>
            )}
          </div>
        ))}
      </fieldset>
      {!named && <p class="sm dim">{studio().nameSomebody}</p>}
      {state instanceof Error && <p class="wrong" role="alert">{state.kind === 'network' ? studio().offlineWhy : t.refused[state.code] ?? studio().notDone}</p>}
      <button type="submit" class="btn" disabled={!named} aria-disabled={state === 'busy'}>{state === 'busy' ? t.opening : t.open}</button>
    </form>
  )
}
