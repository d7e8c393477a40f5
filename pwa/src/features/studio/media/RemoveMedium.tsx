/** Taking a medium out of the library, after a second question; not while something uses it. */
import { useState } from 'preact/hooks'
import { asApiError, request } from '../../../api/client'
import type { StudioMedium } from '../../../api/types'
import { navigate } from '../../../router'
import { media } from '../../../text/media'
import { studio } from '../../../text/studio'

/** `changed`: it is used after all, so what is shown is old. */
export function RemoveMedium({ medium: { hash, used }, changed }: { medium: StudioMedium; changed: () => void }) {
  const t = media()
  const [state, setState] = useState<'rest' | 'asks' | 'failed'>('rest')

  async function remove() {
    try {
      await request(`/studio/media/${hash}`, { method: 'DELETE' })
      navigate('/studio/medier')
    } catch (caught) {
      const { code, status } = asApiError(caught)
      if (status === 404) return navigate('/studio/medier')
      setState(code === 'in_use' ? 'rest' : 'failed')
      if (code === 'in_use') changed()
    }
  }

  if (used > 0) return <p class="note sm">{t.removeUsed}</p>
  if (state === 'rest') return <button type="button" class="btn t" onClick={() => setState('asks')}>{t.remover}</button>
  return (
    <div class="stack" role="group" aria-label={t.remover}>
      <p class="sm" role="status">{state === 'failed' ? studio().notDone : t.removeSure}</p>
      <button type="button" class="btn s" onClick={() => void remove()}>{t.removeYes}</button>
      <button type="button" class="btn t" onClick={() => setState('rest')}>{t.removeNo}</button>
    </div>
  )
}
