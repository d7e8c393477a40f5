/** The last step: a PIN, twice, and in. */
import { useRef, useState } from 'preact/hooks'
import { asApiError, request } from '../../api/client'
import type { Enrolment, SignedIn } from '../../api/types'
import { signOut } from '../../offline/sign-out'
import { current } from '../../session'
import { admit } from '../../start'
import { language } from '../../text'
import { welcome } from '../../text/welcome'
import { Icon } from '../../ui/Icon'
import { Frame } from './Frame'
import { sentence } from './Gone'
import { type Fault, type Trouble, faultOf, faultSaid, troubleOf } from './logic'

type Props = { found: Enrolment; token: string; back: () => void; failed: (trouble: Trouble) => void }

export function Pin({ found, token, back, failed }: Props) {
  const t = welcome()
  const form = useRef<HTMLFormElement>(null)
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const [show, setShow] = useState(false)
  const [shared, setShared] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const [trouble, setTrouble] = useState<Trouble | 'stuck' | null>(null)
  const [busy, setBusy] = useState(false)
  const other = current.value?.person.first_name ?? null

  function refuse(found: Fault) {
    setFault(found)
    form.current?.querySelector<HTMLInputElement>(found === 'differ' ? '[name=again]' : '[name=pin]')?.focus()
  }

  async function submit(event: Event) {
    event.preventDefault()
    if (busy) return
    const wrong = faultOf(pin, again)
    setTrouble(null)
    if (wrong) return refuse(wrong)
    setFault(null)
    setBusy(true)
    try {
      if (other && (await signOut()) === 'stuck') return setTrouble('stuck')
      const body = { token, pin, language: language.value, shared }
      const signed = await request<SignedIn>('/enrolment/use', { method: 'POST', body, anonymous: true })
      await admit(signed, found.organisation.code, shared)
    } catch (caught) {
      const error = asApiError(caught)
      const said = faultSaid(error)
      const why = troubleOf(error)
      if (said) refuse(said)
      else if (why.kind === 'gone') failed(why)
      else setTrouble(why)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Frame title={t.pinTitle} back={back}>
      <form ref={form} class="stack entry" onSubmit={(event) => void submit(event)} noValidate>
        <p class="sm dim">{t.pinWhy(found.organisation.code)}</p>
        {trouble && <p class="note w" role="alert"><Icon name="info" /><span>{trouble === 'stuck' ? t.otherStuck(other ?? '') : sentence(trouble)}</span></p>}
        <Field name="pin" label={t.pin} value={pin} set={setPin} wrong={fault === 'differ' ? null : fault} show={show} />
        <Field name="again" label={t.again} value={again} set={setAgain} wrong={fault === 'differ' ? fault : null} show={show} />
        <label class="check"><input type="checkbox" checked={show} onChange={(event) => setShow(event.currentTarget.checked)} /><span>{t.show}</span></label>
        <label class="check">
          <input type="checkbox" checked={shared} onChange={(event) => setShared(event.currentTarget.checked)} />
          <span>{t.shared}<span class="two xs dim">{t.sharedHelp}</span></span>
        </label>
        {other && <p class="note"><Icon name="info" /><span><strong class="two">{t.other(other)}</strong>{t.otherWhy(other)}</span></p>}
        <div class="dock"><button type="submit" class="btn p" aria-disabled={busy}>{busy ? t.starting : t.start}</button></div>
      </form>
    </Frame>
  )
}

type FieldProps = { name: string; label: string; value: string; set: (value: string) => void; wrong: Fault | null; show: boolean }

function Field({ name, label, value, set, wrong, show }: FieldProps) {
  const common = {
    name, value, class: 'inp pin', inputMode: 'numeric' as const, autocomplete: 'new-password' as const, required: true, maxLength: 24,
    'aria-invalid': wrong !== null, 'aria-describedby': wrong ? `${name}-wrong` : undefined,
    onInput: (event: Event) => set((event.currentTarget as HTMLInputElement).value.trim()),
  }
  return (
    <label class="field">
      <span>{label}</span>
      {show ? <input type="text" {...common} /> : <input type="password" {...common} />}
      {wrong && <small id={`${name}-wrong`} class="wrong" role="alert">{welcome().faults[wrong]}</small>}
    </label>
  )
}
