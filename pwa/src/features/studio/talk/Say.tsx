/** A field to say something in a thread, or to begin one. The key is made here, so that a repeated try says it once. */
import { useState } from 'preact/hooks'
import { asApiError, request } from '../../../api/client'
import { working } from '../../../text/working'

export const LONGEST = 1000

type Props = { address: string; card: string | null; thread: string | null; label: string; onSent: () => void; onCancel?: () => void }

export function Say({ address, card, thread, label, onSent, onCancel }: Props) {
  const t = working()
  const [key, setKey] = useState(() => crypto.randomUUID())
  const [text, setText] = useState('')
  const [state, setState] = useState<'ready' | 'lacking' | 'sending' | 'failed' | 'full'>('ready')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (state === 'sending') return
    if (text.trim() === '') {
      setState('lacking')
      ;(event.currentTarget as HTMLFormElement).querySelector('textarea')?.focus()
      return
    }
    setState('sending')
    request(address, { method: 'POST', body: { key, card, thread, text } }).then(
      () => {
        setKey(crypto.randomUUID())
        setText('')
        setState('ready')
        onSent()
      },
      (caught: unknown) => setState(asApiError(caught).code === 'talk_full' ? 'full' : 'failed'),
    )
  }
  const told = { ready: '', sending: '', lacking: t.write, failed: t.failed, full: t.full }[state]
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <label class="field">
        <span>{label}</span>
        <textarea
          class="inp talk-field" rows={2} maxLength={LONGEST} value={text} aria-invalid={state === 'lacking'}
          onInput={(event) => {
            setText(event.currentTarget.value)
            if (state !== 'sending') setState('ready')
          }}
        />
      </label>
      <p class="wrong tight talk-told" role="status">{told}</p>
      <div class="rowx talk-acts">
        <button type="submit" class="btn s slim" aria-disabled={state === 'sending'}>{state === 'sending' ? t.sending : t.send}</button>
        {onCancel && <button type="button" class="btn t slim" onClick={onCancel}>{t.cancel}</button>}
      </div>
    </form>
  )
}
