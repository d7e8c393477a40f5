/** The way out of a path one has chosen. What is done stays done. */
import { useState } from 'preact/hooks'
import * as answers from '../../answers'
import { asApiError, request } from '../../api/client'
import type { Path } from '../../api/types'
import { path } from '../../text/path'

export function LeavePath({ path: one }: { path: Path }) {
  const t = path()
  const [state, setState] = useState<'ready' | 'asking' | 'busy' | 'offline' | 'failed'>('ready')

  async function leave() {
    setState('busy')
    try {
      await request(`/explore/${one.run}/leave`, { method: 'POST' })
      await Promise.all([answers.today.refresh(), answers.paths.refresh()])
    } catch (caught) {
      setState(asApiError(caught).kind === 'network' ? 'offline' : 'failed')
    }
  }

  if (state === 'ready')
    return <button type="button" class="btn t" aria-label={`${t.leave}: ${one.title}`} onClick={() => setState('asking')}>{t.leave}</button>
  return (
    <div class="note stack" role="alert">
      <div class="grow stack">
        <p><strong>{t.leaveSure(one.title)}</strong><span class="two sm">{t.leaveWhy}</span></p>
        {(state === 'offline' || state === 'failed') && <p class="wrong">{t.startTrouble[state]}</p>}
        <button type="button" class="btn s" aria-disabled={state === 'busy'} onClick={() => void leave()}>{t.leaveYes}</button>
        <button type="button" class="btn t" onClick={() => setState('ready')}>{t.leaveNo}</button>
      </div>
    </div>
  )
}
