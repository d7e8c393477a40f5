/** A field for words to a colleague. Every letter is kept on the device until it is handed in. */
import { useState } from 'preact/hooks'
import { reachable } from '../../api/client'
import type { Post } from '../../offline/db'
import * as written from '../../offline/written'
import { help } from '../../text/help'
import { Icon } from '../../ui/Icon'
import { LONGEST, leftOf } from './logic'

type Props = {
  place: string; request: string | null; about: Post | null
  label: string; button: string; lacking: string; primary?: boolean
  onSent: (id: string) => void
}

type Draft = { id: string; text: string; shared?: boolean }

export function Compose({ place, request, about, label, button, lacking, primary = false, onSent }: Props) {
  const t = help()
  const [draft, setDraft] = useState<Draft>(() => written.draftOf(place) ?? { id: crypto.randomUUID(), text: '' })
  const [asked, setAsked] = useState(false)
  const [shared, setShared] = useState(draft.shared ?? false)
  const more = { place, request, about, ...(request === null && about !== null ? { shared } : {}) }
  const type = (text: string) => {
    const next = { ...draft, text }
    setDraft(next)
    setAsked(false)
    void written.keep({ ...next, ...more })
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (draft.text.trim() === '') {
      setAsked(true)
      ;(event.currentTarget as HTMLFormElement).querySelector('textarea')?.focus()
      return
    }
    void hand(draft)
  }
  const hand = async ({ id, text }: { id: string; text: string }) => {
    setDraft({ id: crypto.randomUUID(), text: '' })
    await written.keep({ id, text, ...more })
    void written.send(id)
    onSent(id)
  }
  const left = leftOf(draft.text)
  return (
    <form class="stack help-form" onSubmit={submit} noValidate>
      <label class="field">
        <span>{label}</span>
        <textarea
          class="inp help-words" rows={4} maxLength={LONGEST} value={draft.text} aria-describedby="help-limit" aria-invalid={asked}
          onInput={(event) => type(event.currentTarget.value)}
        />
      </label>
      <p class="xs dim tight" id="help-limit">{left === null ? t.limit(LONGEST) : t.left(left)}</p>
      <p class="wrong tight help-asked" role="status">{asked && lacking}</p>
      {more.shared !== undefined && (
        <label class="check">
          <input type="checkbox" checked={shared} onChange={(event) => setShared(event.currentTarget.checked)} />
          <span>{t.share}<span class="two xs dim">{t.shareWhy}</span></span>
        </label>
      )}
      {!reachable.value && <p class="note sm"><Icon name="utenett" small />{t.kept}</p>}
      <button type="submit" class={primary ? 'btn' : 'btn s'}>{button}</button>
    </form>
  )
}
