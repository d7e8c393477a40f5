/** A badge taken along: a signed file, made by the server when asked for. */
import { useState } from 'preact/hooks'
import { asApiError, file } from '../../api/client'
import type { EarnedBadge } from '../../api/types'
import { saveAs } from '../../saving'
import { badges } from '../../text/badges'
import { Icon } from '../../ui/Icon'

export function BadgeFile({ one }: { one: EarnedBadge }) {
  const t = badges()
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState('')

  async function take() {
    if (busy) return
    setBusy(true)
    setTold(t.making)
    try {
      saveAs(await file(`/badges/${encodeURIComponent(one.slug)}/credential`, undefined), one.name, 'jwt')
      setTold(t.saved)
    } catch (caught) {
      setTold(asApiError(caught).kind === 'network' ? t.needsNet : t.failed)
    } finally {
      setBusy(false)
    }
  }

  return (
    <div class="stack">
      <button type="button" class="btn s" aria-disabled={busy} onClick={() => void take()}><Icon name="nokkel" />{t.download}</button>
      <p class="xs dim">{t.downloadWhy} <a href="/kontroll">{t.check}</a></p>
      <p class="sm" role="status">{told}</p>
    </div>
  )
}
