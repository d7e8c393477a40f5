/** Changing the PIN. */
import { useState } from 'preact/hooks'
import { asApiError, request } from '../../api/client'
import { profile } from '../../text/profile'
import { Icon } from '../../ui/Icon'
import { type PinTrouble, isShort, pinTrouble } from './logic'

export function ChangePin() {
  const t = profile()
  const [old, setOld] = useState('')
  const [fresh, setFresh] = useState('')
  const [outcome, setOutcome] = useState<PinTrouble | 'done' | null>(null)

  async function submit(event: Event) {
    event.preventDefault()
    if (isShort(fresh)) return setOutcome('short')
    setOutcome(null)
    try {
      await request('/me/pin', { method: 'PUT', body: { old, new: fresh.trim() } })
      setOld('')
      setFresh('')
      setOutcome('done')
    } catch (caught) {
      setOutcome(pinTrouble(asApiError(caught)))
    }
  }

  const field = (value: string, set: (value: string) => void, autocomplete: 'current-password' | 'new-password') => ({
    class: 'inp pin', type: 'password' as const, inputMode: 'numeric' as const, autocomplete, value, required: true,
    onInput: (event: Event) => set((event.currentTarget as HTMLInputElement).value),
  })
  return (
    <details class="card fold">
      <summary><Icon name="las" small /><span class="grow">{t.pin}</span><Icon name="ned" small turns /></summary>
      <form class="stack" onSubmit={(event) => void submit(event)} noValidate>
        <label class="field"><span>{t.pinOld}</span><input {...field(old, setOld, 'current-password')} /></label>
        <label class="field"><span>{t.pinNew}</span><input {...field(fresh, setFresh, 'new-password')} /></label>
        {outcome && outcome !== 'done' && <p class="wrong" role="alert">{sentence(outcome)}</p>}
        {outcome === 'done' && <p class="sm" role="status">{t.pinDone}</p>}
        <button type="submit" class="btn s">{t.pinSave}</button>
      </form>
    </details>
  )
}

function sentence(trouble: PinTrouble): string {
  const t = profile()
  return { short: t.pinShort, common: t.pinCommon, wrong: t.pinWrong, network: t.needsNet, failed: t.notSaved }[trouble]
}
