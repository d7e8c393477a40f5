/** Signing in with a passkey, where the browser has them. */
import { useState } from 'preact/hooks'
import { asApiError } from '../../api/client'
import { possible, signIn } from '../../passkeys'
import { device } from '../../text/device'
import { signIn as words } from '../../text/sign-in'
import { Icon } from '../../ui/Icon'
import { troubleOf } from './logic'

export function Passkey({ shared }: { shared: boolean }) {
  const [told, setTold] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  if (!possible()) return null

  async function enter() {
    if (busy) return
    setBusy(true)
    setTold(null)
    try {
      await signIn(shared)
    } catch (caught) {
      setTold(sentence(caught))
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <button type="button" class="btn s key" aria-disabled={busy} onClick={() => void enter()}><Icon name="nokkel" />{device().signIn}</button>
      {told && <p class="wrong" role="alert">{told}</p>}
    </>
  )
}

function sentence(caught: unknown): string {
  const trouble = caught instanceof DOMException ? { kind: 'failed' as const } : troubleOf(asApiError(caught))
  if (trouble.kind === 'wrong') return device().signInRefused
  return trouble.kind === 'too_many' ? words().tooMany(trouble.minutes) : words()[trouble.kind]
}
