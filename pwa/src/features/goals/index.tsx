/** Nytt felles mål: whose it is, how many posts, when, and what happens when it is reached. */
import { useRef, useState } from 'preact/hooks'
import * as answers from '../../answers'
import { asApiError, request } from '../../api/client'
import type { RacingChoices } from '../../api/types'
import { navigate } from '../../router'
import { dayIn, daysAfter, mondays, weekNumber } from '../../rules/days'
import { current, makes, me } from '../../session'
import { language } from '../../text'
import { competitions } from '../../text/competitions'
import { shell } from '../../text/shell'
import { together } from '../../text/together'
import { when } from '../../text/when'
import { Arranging } from '../competitions/Arranging'
import { perPersonWeek, targetOf, whoseOf } from './logic'

const WEEKS_AHEAD = 12
const MOST_WEEKS = 52

export default function NewGoal() {
  return <Arranging title={together().newGoal}>{(choices) => <Form choices={choices} />}</Arranging>
}

function Form({ choices }: { choices: RacingChoices }) {
  const t = together()
  const setsAll = makes.value || (me.value?.person.roles ?? []).includes('admin')
  const places = whoseOf(choices, setsAll)
  const starts = mondays(dayIn(current.value?.organisation.time_zone ?? 'Europe/Oslo', new Date()), WEEKS_AHEAD)
  const [department, setDepartment] = useState(places[0]?.id ?? '')
  const [typed, setTyped] = useState('')
  const [firstWeek, setFirstWeek] = useState(starts[0] ?? '')
  const [weeks, setWeeks] = useState(4)
  const [promise, setPromise] = useState('')
  const [lacks, setLacks] = useState(false)
  const [state, setState] = useState<'ready' | 'busy' | { wrong: string }>('ready')
  const [input, id] = [useRef<HTMLInputElement>(null), useRef(crypto.randomUUID())]
  const target = targetOf(typed)
  const each = perPersonWeek(target, places.find((place) => place.id === department)?.members ?? 0, weeks)

  async function create(event: Event) {
    event.preventDefault()
    if (state === 'busy') return
    setLacks(target === null)
    if (target === null) return input.current?.focus()
    setState('busy')
    try {
      const body = { department: department || null, target, first_week: firstWeek, weeks, promise: promise.trim() }
      await request(`/goals/${id.current}`, { method: 'PUT', body })
      await answers.goals.refresh()
      navigate('/lag', { replace: true })
    } catch (caught) {
      setState({ wrong: asApiError(caught).kind === 'network' ? t.offline : t.failed })
    }
  }

  return (
    <form class="stack" noValidate onSubmit={(event) => void create(event)}>
      <label class="field">
        <span>{t.who}</span>
        <select class="inp" value={department} onChange={(event) => setDepartment(event.currentTarget.value)}>
          {places.map(({ id, name, members }) => <option key={id} value={id}>{t.withPeople(name ?? t.everybody, members)}</option>)}
        </select>
      </label>
      <label class="field">
        <span>{competitions().firstWeek}</span>
        <select class="inp" value={firstWeek} onChange={(event) => setFirstWeek(event.currentTarget.value)}>
          {starts.map((monday) => <option key={monday} value={monday}>{`${shell().week(weekNumber(monday))} · ${when().range(monday, daysAfter(monday, 6))}`}</option>)}
        </select>
      </label>
      <label class="field">
        <span>{competitions().length}</span>
        <select class="inp" value={weeks} onChange={(event) => setWeeks(Number(event.currentTarget.value))}>
          {Array.from({ length: MOST_WEEKS }, (_, index) => <option key={index} value={index + 1}>{index + 1}</option>)}
        </select>
      </label>
      <label class="field">
        <span>{t.target}</span>
        <input ref={input} class="inp" inputMode="numeric" maxLength={10} value={typed} aria-invalid={lacks} aria-describedby="target-hint target-lacks" onInput={(event) => setTyped(event.currentTarget.value)} />
      </label>
      <p class="sm dim tight" id="target-hint" role="status">{each !== null && t.each(new Intl.NumberFormat(language.value === 'en' ? 'en-GB' : 'nb-NO', { maximumFractionDigits: 1 }).format(each))}</p>
      <p class="wrong" id="target-lacks" hidden={!lacks}>{t.lacks}</p>
      <label class="field">
        <span>{t.promiseField}</span>
        <input class="inp" maxLength={200} value={promise} aria-describedby="promise-why" onInput={(event) => setPromise(event.currentTarget.value)} />
      </label>
      <p class="sm dim tight" id="promise-why">{t.promiseWhy}</p>
      {typeof state === 'object' && <p class="wrong" role="alert">{state.wrong}</p>}
      <button type="submit" class="btn p" disabled={state === 'busy'}>{t.create}</button>
    </form>
  )
}
