/** Calling something off: asked twice, done once. */
import { useState } from 'preact/hooks'
import { asApiError, request } from '../../api/client'

type Words = Record<'ask' | 'sure' | 'yes' | 'no' | 'offline' | 'failed', string>

export function CalledOff({ path, method = 'POST', words, onDone }: { path: string; method?: 'POST' | 'DELETE'; words: Words; onDone: () => Promise<void> }) {
  const [state, setState] = useState<'ready' | 'asking' | 'busy' | { wrong: string }>('ready')
  async function cancel() {
    setState('busy')
    try {
      await request(path, { method })
      await onDone()
    } catch (caught) {
      setState({ wrong: asApiError(caught).kind === 'network' ? words.offline : words.failed })
    }
  }
  if (state === 'ready') return <button type="button" class="btn t" onClick={() => setState('asking')}>{words.ask}</button>
  return (
    <div class="card stack" role="group" aria-label={words.ask}>
      <p>{words.sure}</p>
      {typeof state === 'object' && <p class="wrong" role="alert">{state.wrong}</p>}
      <div class="rowx">
        <button type="button" class="btn s" disabled={state === 'busy'} onClick={() => void cancel()}>{words.yes}</button>
        <button type="button" class="btn t" onClick={() => setState('ready')}>{words.no}</button>
      </div>
    </div>
  )
}
