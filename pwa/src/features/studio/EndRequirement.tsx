/** Ending a requirement, after a second question. */
import { useState } from 'preact/hooks'
import { request } from '../../api/client'
import type { Requirement } from '../../api/types'
import { navigate } from '../../router'
import { requirements } from '../../text/requirements'
import { studio } from '../../text/studio'

export function EndRequirement({ id }: { id: string }) {
  const t = requirements()
  const [state, setState] = useState<'rest' | 'asks' | 'failed'>('rest')

  async function end() {
    try {
      await request<Requirement>(`/studio/competence/${encodeURIComponent(id)}/end`, { method: 'POST' })
      navigate('/studio/krav')
    } catch {
      setState('failed')
    }
  }

  if (state === 'rest') return <button type="button" class="btn t" onClick={() => setState('asks')}>{t.end}</button>
  return (
    <div class="stack" role="group" aria-label={t.end}>
      <p class="sm">{state === 'failed' ? studio().notDone : t.endSure}</p>
      <button type="button" class="btn s" onClick={() => void end()}>{t.endYes}</button>
      <button type="button" class="btn t" onClick={() => setState('rest')}>{t.endNo}</button>
    </div>
  )
}
