/** The QR code, large enough for another phone to read, shown this once. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Code, LedPerson } from '../../api/types'
import { people } from '../../text/people'
import { when } from '../../text/when'
import { Icon } from '../../ui/Icon'
import { pictureOf } from './logic'

export function CodeCard({ person, code }: { person: LedPerson; code: Code }) {
  const t = people()
  const heading = useRef<HTMLHeadingElement>(null)
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    heading.current?.scrollIntoView({ block: 'start' })
  }, [])
  const copy = () => void navigator.clipboard?.writeText(code.address).then(() => setCopied(true), () => undefined)
  return (
    <section class="card stack printed" aria-labelledby="code">
      <h2 id="code" ref={heading} tabIndex={-1}>{t.codeTitle(person.name)}</h2>
      <img class="qr" src={pictureOf(code.svg)} alt={t.codeTitle(person.name)} />
      <p>{t.codeHow(person.name)}</p>
      <p class="sm"><strong>{t.codeUntil(when().moment(code.expires_at, new Date()))}</strong></p>
      {person.has_pin && <p class="sm">{t.codeResets(person.name)}</p>}
      <div class="rowx unprinted">
        <button type="button" class="btn s" onClick={() => print()}>{t.print}</button>
        <button type="button" class="btn s" onClick={copy}>{t.copy}</button>
      </div>
      <p class="sm told unprinted" role="status">{copied ? t.copied : ''}</p>
    </section>
  )
}

/** What is worth knowing before one makes a code, or why one cannot. */
export function CodeNote({ person }: { person: LedPerson }) {
  const t = people()
  if (!person.can_enrol) return <p class="note sm"><Icon name="las" small /><span>{t.codeNot}</span></p>
  if (!person.code_expires_at) return null
  return <p class="note sm"><Icon name="qr" small /><span>{t.codeOlder(when().moment(person.code_expires_at, new Date()))}</span></p>
}
