/** Signing in with organisation code, employee number and PIN. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { asApiError } from '../../api/client'
import { read } from '../../offline/db'
import { current, expired } from '../../session'
import { signIn as enter } from '../../start'
import { shell } from '../../text/shell'
import { signIn } from '../../text/sign-in'
import { Banners } from '../../ui/Banners'
import { Icon } from '../../ui/Icon'
import { Land, Logo } from '../../ui/Land'
import { Statements } from '../../ui/Statements'
import { Title } from '../../ui/Title'
import { Languages } from './Languages'
import { type Field, type Form, type Trouble, missing, tidy, troubleOf } from './logic'
import { Passkey } from './Passkey'
import './sign-in.css'

export default function SignIn() {
  const t = signIn()
  return (
    <div class="app bare">
      <a class="skip" href="#hoved">{shell().skip}</a>
      <div class="screen">
        <header class="hero gate">
          <Land terrain="skog" />
          <div class="top"><Logo /></div>
        </header>
        <main id="hoved" tabIndex={-1} class="sheet stack">
          <Banners />
          <Title page={shell().signIn}>{expired.value ? t.again : t.title}</Title>
          {expired.value && <p class="note" role="status"><Icon name="info" /><span>{shell().expiredWhy}</span></p>}
          <SignInForm />
          <Statements />
        </main>
      </div>
    </div>
  )
}

function SignInForm() {
  const t = signIn()
  const form = useRef<HTMLFormElement>(null)
  const [values, setValues] = useState<Form>({ organisation: current.peek()?.organisation.code ?? '', employee_number: '', pin: '', shared: false })
  const [lacking, setLacking] = useState<Field[]>([])
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [busy, setBusy] = useState(false)

  const change = (part: Partial<Form>) => setValues((before) => ({ ...before, ...part }))

  async function submit(event: Event) {
    event.preventDefault()
    if (busy) return
    const lacks = missing(values)
    setLacking(lacks)
    setTrouble(null)
    const [first] = lacks
    if (first) return form.current?.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus()
    setBusy(true)
    try {
      await enter(tidy(values))
    } catch (caught) {
      setTrouble(troubleOf(asApiError(caught)))
      setBusy(false)
    }
  }

  const field = (name: Field, wrong: boolean) => ({
    name,
    value: values[name],
    'aria-invalid': wrong,
    'aria-describedby': wrong ? `${name}-wrong` : name === 'organisation' ? 'organisation-help' : undefined,
    onInput: (event: Event) => change({ [name]: (event.currentTarget as HTMLInputElement).value }),
    required: true,
  })

  return (
    <form ref={form} class="stack entry" onSubmit={(event) => void submit(event)} noValidate>
      {trouble && <p class="note w" role="alert"><Icon name="info" /><span>{sentence(trouble)}</span></p>}
      <label class="field">
        <span>{t.organisation}</span>
        <input class="inp" autocomplete="organization" autocapitalize="none" spellcheck={false} {...field('organisation', lacking.includes('organisation'))} />
        <small id="organisation-help" class="xs dim">{t.organisationHelp}</small>
        <Wrong field="organisation" lacking={lacking} />
      </label>
      <div class="pair">
        <label class="field">
          <span>{t.employeeNumber}</span>
          <input class="inp" autocomplete="username" autocapitalize="none" spellcheck={false} {...field('employee_number', lacking.includes('employee_number'))} />
          <Wrong field="employee_number" lacking={lacking} />
        </label>
        <label class="field">
          <span>{t.pin}</span>
          <input class="inp pin" type="password" inputMode="numeric" autocomplete="current-password" {...field('pin', lacking.includes('pin'))} />
          <Wrong field="pin" lacking={lacking} />
        </label>
      </div>
      <label class="check">
        <input type="checkbox" checked={values.shared} onChange={(event) => change({ shared: event.currentTarget.checked })} />
        <span>{t.shared}<span class="two xs dim">{t.sharedHelp}</span></span>
      </label>
      <Passkey shared={values.shared} />
      <Languages />
      <p class="sm dim">{t.forgotten}</p>
      <Sealed />
      <div class="dock"><button type="submit" class="btn p" aria-disabled={busy}>{busy ? t.working : t.submit}</button></div>
    </form>
  )
}

function Wrong({ field, lacking }: { field: Field; lacking: Field[] }) {
  return lacking.includes(field) ? <small id={`${field}-wrong`} class="wrong">{signIn().missing[field]}</small> : null
}

function sentence(trouble: Trouble): string {
  const t = signIn()
  return trouble.kind === 'too_many' ? t.tooMany(trouble.minutes) : t[trouble.kind]
}

/** Answers sealed by an earlier sign-out are spoken of until they are sent. */
function Sealed() {
  const [count, setCount] = useState(0)
  useEffect(() => {
    void read((db) => db.getAll('sealed'), []).then((all) => setCount(all.reduce((sum, { letters }) => sum + letters, 0)))
  }, [])
  return count > 0 ? <p class="note sm"><Icon name="las" small /><span>{signIn().sealed(count)}</span></p> : null
}
