/** A change before it is done: what moves, which conflicts come and go, and one button. */
import { useEffect, useState } from 'preact/hooks'
import { type ApiError, asApiError, request } from '../../../api/client'
import type { PlanChange, PlanForetold } from '../../../api/types'
import { calendar } from '../../../text/calendar'
import { studio } from '../../../text/studio'
import { conflictIn, movesIn } from './words'

type Props = { run: string; change: PlanChange; done: () => void; leave: () => void }

export function Foretelling({ run, change, done, leave }: Props) {
  const t = calendar()
  const [told, setTold] = useState<PlanForetold | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    let wanted = true
    request<PlanForetold>(`/studio/runs/${run}/plan/forecast`, { method: 'POST', body: change }).then(
      (found) => wanted && setTold(found),
      (caught: unknown) => wanted && setError(asApiError(caught)),
    )
    return () => {
      wanted = false
    }
  }, [run, change])

  async function doIt() {
    if (!told || busy) return
    setBusy(true)
    setError(null)
    try {
      await request(`/studio/runs/${run}/plan`, { method: 'PUT', body: { revision: told.revision, ...told.plan } })
      done()
    } catch (caught) {
      setError(asApiError(caught))
      setBusy(false)
    }
  }

  return (
    <>
      <div class="stack" role="status">
        {!told && !error && <p>{t.reckoning}</p>}
        {told && movesIn(told).map((line) => <p key={line}>{line}</p>)}
        {told && told.solved > 0 && <p>{t.solves(told.solved)}</p>}
        {told && told.made.length > 0 && (
          <div class="note w stack">
            <div>
              <strong>{t.makes(told.made.length)}</strong>
              <ul class="studio-faults">{told.made.map((each) => <li key={conflictIn(each)}>{conflictIn(each)}</li>)}</ul>
            </div>
          </div>
        )}
      </div>
      {error && <p class="wrong" role="alert">{reason(error)}</p>}
      {told && <button type="button" class="btn" aria-disabled={busy} onClick={() => void doIt()}>{busy ? t.doing : t.doIt}</button>}
      <button type="button" class="btn t" onClick={leave}>{t.leave}</button>
    </>
  )
}

function reason(error: ApiError): string {
  if (error.kind === 'network') return studio().offlineWhy
  return calendar().refused[error.code] ?? studio().notDone
}
