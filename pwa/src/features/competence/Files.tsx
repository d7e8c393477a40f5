/** The certificate as a file: on paper, and signed for machines. Made by the server when asked for. */
import { useState } from 'preact/hooks'
import { asApiError, file } from '../../api/client'
import { saveAs } from '../../saving'
import { competence } from '../../text/competence'
import { Icon } from '../../ui/Icon'

const KINDS = [
  { kind: 'certificate', ending: 'pdf', icon: 'last-ned' },
  { kind: 'credential', ending: 'jwt', icon: 'nokkel' },
] as const

export function Files({ id, title }: { id: string; title: string }) {
  const t = competence()
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState('')

  async function take({ kind, ending }: (typeof KINDS)[number]) {
    if (busy) return
    setBusy(true)
    setTold(t.making)
    try {
      saveAs(await file(`/competence/${encodeURIComponent(id)}/${kind}`, undefined), title, ending)
      setTold(t.saved)
    } catch (caught) {
      setTold(asApiError(caught).kind === 'network' ? t.needsNet : t.failed)
    } finally {
      setBusy(false)
    }
  }

  return (
    <div class="stack">
      {KINDS.map((one) => (
        <button key={one.kind} type="button" class="btn s" aria-disabled={busy} onClick={() => void take(one)}>
          <Icon name={one.icon} />{t[one.kind]}<span class="sr"> {title}</span>
        </button>
      ))}
      <p class="sm" role="status">{told}</p>
    </div>
  )
}
