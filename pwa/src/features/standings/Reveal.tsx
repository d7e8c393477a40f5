/** Showing what the board hides, once the race is over and before its result is in. */
import { useState } from 'preact/hooks'
import { asApiError, request } from '../../api/client'
import { competitions } from '../../text/competitions'
import { results } from '../../text/results'

export function Reveal({ id, onDone }: { id: string; onDone: () => Promise<void> }) {
  const t = results()
  const [state, setState] = useState<'ready' | 'busy' | { wrong: string }>('ready')
  async function reveal() {
    setState('busy')
    try {
      await request(`/competitions/${id}/reveal`, { method: 'POST' })
      await onDone()
    } catch (caught) {
      setState({ wrong: asApiError(caught).kind === 'network' ? competitions().offline : competitions().failed })
    }
  }
  return (
    <div class="card stack">
      <p class="sm">{t.revealWhy}</p>
      {typeof state === 'object' && <p class="wrong" role="alert">{state.wrong}</p>}
      <button type="button" class="btn s" disabled={state === 'busy'} onClick={() => void reveal()}>{t.reveal}</button>
    </div>
  )
}
