/** Another organisation: inviting one by a code, and racing on alone. */
import { useState } from 'preact/hooks'
import * as answers from '../../answers'
import { asApiError, request } from '../../api/client'
import type { Competition } from '../../api/types'
import { meets } from '../../text/meets'
import { CalledOff } from './CalledOff'

export function Invite({ competition, onLeft }: { competition: Competition; onLeft: () => Promise<void> }) {
  const t = meets()
  const { id, sides } = competition
  const [state, setState] = useState<'ready' | 'busy' | { wrong: string } | { code: string; copied: boolean }>('ready')
  async function invite() {
    setState('busy')
    try {
      const { code } = await request<{ code: string }>(`/competitions/${id}/invite`, { method: 'POST' })
      setState({ code, copied: false })
    } catch (caught) {
      const error = asApiError(caught)
      setState({ wrong: error.kind === 'network' ? t.offline : error.code === 'begun' ? t.begun : t.failed })
    }
  }
  async function left() {
    await Promise.all([onLeft(), answers.competitions.refresh()])
  }
  return (
    <section class="card stack">
      <p class="sm dim">{t.inviteWhy}</p>
      {typeof state === 'object' && 'wrong' in state && <p class="wrong" role="alert">{state.wrong}</p>}
      {typeof state === 'object' && 'code' in state ? (
        <div class="stack" role="status">
          <p><span class="dim">{t.code}</span> <span class="formula">{state.code}</span></p>
          <p class="sm">{t.codeWhy}</p>
          <button type="button" class="btn s" onClick={() => void navigator.clipboard.writeText(state.code).then(() => setState({ ...state, copied: true }), () => undefined)}>{state.copied ? t.copied : t.copy}</button>
        </div>
      ) : <button type="button" class="btn s" disabled={state === 'busy'} onClick={() => void invite()}>{t.invite}</button>}
      {sides.length > 0 && (
        <CalledOff path={`/competitions/${id}/leave-meet`} words={{ ask: t.leave, sure: t.leaveSure, yes: t.leaveYes, no: t.leaveNo, offline: t.offline, failed: t.failed }} onDone={left} />
      )}
    </section>
  )
}
