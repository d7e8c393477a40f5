/** Ny gjennomføring: for whom, from when, on which terms; what it would do stands beside it all the time. */
import { useRef, useState } from 'preact/hooks'
import { type ApiError, asApiError, request } from '../../api/client'
import type { Run, WholePath } from '../../api/types'
import { navigate } from '../../router'
import { current } from '../../session'
import { studio } from '../../text/studio'
import { Absent, useAnswer } from './asking'
import { Audience } from './Audience'
import { Frame } from './Frame'
import { Foretold } from './Foretold'
import { type Draft, dayIn, mondays, planOf } from './logic'
import { Start } from './Start'
import { Tasters } from './Tasters'
import { Terms } from './Terms'

const WEEKS_AHEAD = 40

export default function RunForm({ path: id }: { path: string }) {
  const t = studio()
  const asked = useAnswer<WholePath>(`/studio/paths/${encodeURIComponent(id)}`)
  const back = { to: `/studio/loype/${id}`, label: t.toPath }
  return (
    <Frame on="paths" title={t.newRun} below={asked.data?.title} back={back}>
      {asked.data ? <Form path={asked.data} /> : <Absent asked={asked} />}
    </Frame>
  )
}

function Form({ path }: { path: WholePath }) {
  const today = dayIn(current.value?.organisation.time_zone ?? 'Europe/Oslo', new Date())
  const weeks = mondays(today, WEEKS_AHEAD)
  const [draft, setDraft] = useState<Draft>({
    everyone: true, departments: [], roles: [], anchor: 'calendar', startsOn: weeks[1] ?? today, choice: false, mandatory: false,
    deadlineDays: null, teasers: [], teaserFrom: today,
  })
  const [state, setState] = useState<'ready' | 'busy' | ApiError>('ready')
  const runId = useRef(crypto.randomUUID())
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))

  async function make(event: Event) {
    event.preventDefault()
    if (state === 'busy') return
    setState('busy')
    try {
      await request<Run>(`/studio/runs/${runId.current}`, { method: 'PUT', body: planOf(path.id, draft) })
      navigate(`/studio/loype/${path.id}`)
    } catch (caught) {
      setState(asApiError(caught))
    }
  }

  const part = { draft, set }
  return (
    <form class="studio-split" onSubmit={(event) => void make(event)} noValidate>
      <div class="stack">
        <Audience {...part} />
        <Start {...part} weeks={weeks} />
        <Terms {...part} />
        {draft.anchor === 'calendar' && <Tasters {...part} path={path} today={today} />}
      </div>
      <Foretold path={path.id} draft={draft} busy={state === 'busy'} error={state instanceof Error ? state : null} />
    </form>
  )
}
