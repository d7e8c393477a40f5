/** A comment on a post: every letter typed is kept on the device until it is sent. */
import { useState } from 'preact/hooks'
import { said as words } from '../../text/said'
import { Icon } from '../../ui/Icon'
import { ratings } from './ports'
import { LONGEST, leftOf } from './rating'

type Props = { version: string; text: string; onSend: (text: string) => void }

export function Comment({ version, text, onSend }: Props) {
  const t = words()
  const begun = ratings.draftOf(version)
  const [draft, setDraft] = useState(begun)
  const [asked, setAsked] = useState(false)
  if (draft === null) {
    return (
      <>
        {text && <blockquote class="rate-text sm">{text}</blockquote>}
        <button type="button" class="btn t" onClick={() => setDraft(text)}>{text ? t.changeComment : t.comment}</button>
      </>
    )
  }
  const type = (next: string) => {
    setDraft(next)
    setAsked(false)
    void ratings.keepDraft(version, next)
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (draft.trim() === '' && text === '') {
      setAsked(true)
      ;(event.currentTarget as HTMLFormElement).querySelector('textarea')?.focus()
      return
    }
    onSend(draft.trim())
    void ratings.keepDraft(version, '')
    setDraft(null)
  }
  const left = leftOf(draft)
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <label class="field">
        <span>{t.label}</span>
        <textarea
          class="inp rate-words" rows={3} maxLength={LONGEST} value={draft} aria-describedby="rate-readers rate-limit" aria-invalid={asked}
          onInput={(event) => type(event.currentTarget.value)}
        />
      </label>
      <p class="note sm" id="rate-readers"><Icon name="skjold" small /><span>{t.readBy}</span></p>
      <p class="xs dim tight" id="rate-limit">{left === null ? t.limit(LONGEST) : t.left(left)}</p>
      <p class="wrong tight" role="status">{asked && t.write}</p>
      <button type="submit" class="btn s">{t.send}</button>
    </form>
  )
}
