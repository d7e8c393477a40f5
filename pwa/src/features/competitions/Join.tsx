/** Bli med mot en annen virksomhet: the code, what it invites to, and which departments race. */
import { useEffect, useRef, useState } from 'preact/hooks'
import * as answers from '../../answers'
import { type ApiError, asApiError, request } from '../../api/client'
import type { Meet, RacingChoices } from '../../api/types'
import { navigate } from '../../router'
import { makes } from '../../session'
import { competitions } from '../../text/competitions'
import { meets } from '../../text/meets'
import { Icon } from '../../ui/Icon'
import { Screen } from '../../ui/Screen'
import { Missing } from '../../ui/States'
import { Title } from '../../ui/Title'
import { lasting } from '../standings/lasting'
import { listed } from '../standings/logic'
import { Between } from './Between'
import './competitions.css'
import { type Draft, fresh, teamsOf } from './logic'

type State = 'ready' | 'busy' | { wrong: string }

export default function JoinMeet() {
  const t = meets()
  const [code, setCode] = useState('')
  const [found, setFound] = useState<{ meet: Meet; choices: RacingChoices } | null>(null)
  const [state, setState] = useState<State>('ready')
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (typeof state === 'object') input.current?.focus()
  }, [state])
  if (!makes.value) return <Missing />
  async function look(event: Event) {
    event.preventDefault()
    if (!code.trim()) return setState({ wrong: t.codeLacks })
    setState('busy')
    try {
      const [meet, choices] = await Promise.all([request<Meet>(`/meets/${encodeURIComponent(code.trim())}`), request<RacingChoices>('/competitions/choices')])
      setFound({ meet, choices })
      setState('ready')
    } catch (caught) {
      const error = asApiError(caught)
      setState({ wrong: error.kind === 'network' ? t.offline : error.status === 404 ? t.codeLacks : t.failed })
    }
  }
  const header = (
    <header class="top in roomy">
      <a class="icon" href="/lag" aria-label={competitions().toBoard}><Icon name="v" /></a>
      <div class="grow"><Title page={t.join}>{t.join}</Title></div>
    </header>
  )
  return (
    <Screen tab="team" header={header}>
      {found ? <Form code={code.trim()} {...found} /> : (
        <form class="stack" noValidate onSubmit={(event) => void look(event)}>
          <p class="dim">{t.joinWhy}</p>
          <label class="field">
            <span>{t.code}</span>
            <input ref={input} class="inp" autocomplete="off" autocapitalize="none" spellcheck={false} maxLength={40} value={code} aria-invalid={typeof state === 'object'} aria-describedby="code-lacks" onInput={(event) => setCode(event.currentTarget.value)} />
          </label>
          <p class="wrong" id="code-lacks" hidden={typeof state !== 'object'}>{typeof state === 'object' && state.wrong}</p>
          <button type="submit" class="btn p" disabled={state === 'busy'}>{t.look}</button>
        </form>
      )}
    </Screen>
  )
}

function sentence(error: ApiError): string {
  const t = meets()
  if (error.kind === 'network') return t.offline
  return error.code === 'joined' ? t.joined : error.status === 422 ? t.late : t.failed
}

function Form({ code, meet, choices }: { code: string; meet: Meet; choices: RacingChoices }) {
  const [t, c] = [meets(), competitions()]
  const [draft, setDraft] = useState<Draft>(() => fresh(choices, meet.week.starts_on, meet.name))
  const [state, setState] = useState<State>('ready')
  const [lacks, setLacks] = useState(false)
  const id = useRef(crypto.randomUUID())
  async function join(event: Event) {
    event.preventDefault()
    const teams = teamsOf(draft, choices.departments)
    setLacks(teams.length === 0)
    if (teams.length === 0 || state === 'busy') return
    setState('busy')
    try {
      await request(`/meets/${encodeURIComponent(code)}/competitions/${id.current}`, { method: 'PUT', body: { teams } })
      await answers.competitions.refresh()
      navigate(`/lag/${id.current}`, { replace: true })
    } catch (caught) {
      setState({ wrong: sentence(asApiError(caught)) })
    }
  }
  return (
    <form class="stack" noValidate onSubmit={(event) => void join(event)}>
      <section class="card stack">
        <h2>{meet.name}</h2>
        <p>{lasting(meet)} · {c.rules[meet.rule].name}</p>
        <p class="sm dim">{t.in(listed(meet.sides, t.and))}</p>
        {meet.prize && <p class="sm"><span class="dim">{c.prize}</span> <strong>{meet.prize}</strong></p>}
      </section>
      <p class="sm dim">{t.inviteWhy}</p>
      <Between draft={draft} set={(part) => setDraft((before) => ({ ...before, ...part }))} lacks={lacks ? ['teams'] : []} choices={choices} whole />
      {typeof state === 'object' && <p class="wrong" role="alert">{state.wrong}</p>}
      <button type="submit" class="btn p" disabled={state === 'busy'}>{t.takePart}</button>
    </form>
  )
}
