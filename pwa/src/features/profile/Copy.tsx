/** All that is kept about one, as a file: a page to read, and the same for machines. */
import { useState } from 'preact/hooks'
import { type ApiError, asApiError, file } from '../../api/client'
import { save } from '../../saving'
import { profile } from '../../text/profile'
import { Icon } from '../../ui/Icon'

export function Copy() {
  const t = profile()
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState<string | null>(null)

  async function take() {
    if (busy) return
    setBusy(true)
    setTold(null)
    try {
      save(await file('/me/copy', undefined), `loype-${new Date().toISOString().slice(0, 10)}.zip`)
      setTold(t.copyDone)
    } catch (caught) {
      setTold(sentence(asApiError(caught)))
    } finally {
      setBusy(false)
    }
  }

  return (
    <div class="pad stack">
      <p><strong>{t.copy}</strong><span class="two sm dim">{t.copyWhy}</span></p>
      <button type="button" class="btn s" aria-disabled={busy} onClick={() => void take()}>
        <Icon name="last-ned" />{busy ? t.copyBusy : t.copyDo}
      </button>
      <p class="sm" role="status">{told}</p>
    </div>
  )
}

function sentence(error: ApiError): string {
  const t = profile()
  if (error.kind === 'network') return t.copyOffline
  return error.status === 429 ? t.copyWait : t.copyFailed
}
