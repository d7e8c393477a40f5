/** The frame of a form in which departments are chosen: what may be chosen is fetched first. */
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { type ApiError, asApiError, request } from '../../api/client'
import type { RacingChoices } from '../../api/types'
import { arranges } from '../../session'
import { competitions } from '../../text/competitions'
import { shell } from '../../text/shell'
import { Icon } from '../../ui/Icon'
import { Screen } from '../../ui/Screen'
import { Message, Missing, Skeleton } from '../../ui/States'
import { Title } from '../../ui/Title'

export function Arranging({ title, children }: { title: string; children: (choices: RacingChoices) => ComponentChildren }) {
  const [t, s] = [competitions(), shell()]
  const [choices, setChoices] = useState<RacingChoices | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const load = () => {
    setError(null)
    request<RacingChoices>('/competitions/choices').then(setChoices, (caught: unknown) => setError(asApiError(caught)))
  }
  useEffect(load, [])
  if (!arranges.value) return <Missing />
  const offline = error?.kind === 'network'
  const header = (
    <header class="top in roomy">
      <a class="icon" href="/lag" aria-label={t.toBoard}><Icon name="v" /></a>
      <div class="grow"><Title page={title}>{title}</Title></div>
    </header>
  )
  return (
    <Screen tab="team" header={header}>
      {choices ? children(choices) : error ? (
        <Message icon={offline ? 'utenett' : 'info'} title={offline ? s.offlineEmpty : s.failed} why={offline ? t.offline : s.failedWhy}>
          <button type="button" class="btn s" onClick={load}>{s.retry}</button>
        </Message>
      ) : <Skeleton />}
    </Screen>
  )
}
