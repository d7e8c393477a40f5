/** What the run would do, asked of the server at every change, and the one button. */
import { useEffect, useState } from 'preact/hooks'
import { type ApiError, asApiError, request } from '../../api/client'
import type { Forecast } from '../../api/types'
import { studio } from '../../text/studio'
import { when } from '../../text/when'
import { type Draft, hasWeeks, namesSomebody, planOf } from './logic'
import { spanOf } from './words'

/** So long the form rests before it is asked again. */
const REST = 250

type Props = { path: string; draft: Draft; busy: boolean; error: ApiError | null }
type Told = { forecast: Forecast } | { error: ApiError } | 'asking' | 'nobody'

export function Foretold({ path, draft, busy, error }: Props) {
  const t = studio()
  const [told, setTold] = useState<Told>('asking')
  const plan = JSON.stringify(planOf(path, draft))
  useEffect(() => {
    if (!namesSomebody(draft)) return setTold('nobody')
    setTold((before) => (before === 'nobody' ? 'asking' : before))
    let wanted = true
    const asking = setTimeout(() => {
      request<Forecast>('/studio/runs/forecast', { method: 'POST', body: JSON.parse(plan) as unknown }).then(
        (forecast) => wanted && setTold({ forecast }),
        (caught: unknown) => wanted && setTold({ error: asApiError(caught) }),
      )
    }, REST)
    return () => {
      wanted = false
      clearTimeout(asking)
    }
  }, [plan])
  const isReady = typeof told === 'object' && 'forecast' in told && !busy
  return (
    <section class="card stack studio-foretold" aria-labelledby="foretold">
      <h2 id="foretold">{t.foretold}</h2>
      <div role="status">{sentences(told, draft).map((line, index) => <p key={line} class={index === 0 ? 'lead' : 'sm dim'}>{line}</p>)}</div>
      {error && <p class="wrong" role="alert">{reason(error)}</p>}
      <button type="submit" class="btn" disabled={!isReady}>{busy ? t.making : t.make}</button>
    </section>
  )
}

function sentences(told: Told, draft: Draft): string[] {
  const t = studio()
  if (told === 'asking') return [t.asking]
  if (told === 'nobody') return [t.nameSomebody]
  if ('error' in told) return [reason(told.error)]
  const { forecast } = told
  const people = draft.choice ? t.offeredTo(forecast.people) : t.opensFor(forecast.people)
  if (!hasWeeks(forecast) || !forecast.opens_at) return [people, t.eachOwnPace(forecast.stages)]
  return [people, `${spanOf(forecast)}. ${t.firstOpens(when().day(forecast.opens_at), when().clock(forecast.opens_at))}`]
}

function reason(error: ApiError): string {
  const t = studio()
  if (error.kind === 'network') return t.offlineWhy
  if (error.code === 'run_changed') return t.madeAlready
  const [field] = Object.keys(error.errors)
  return (field !== undefined && t.troubles[field]) || t.notDone
}
