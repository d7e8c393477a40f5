/** A new post: what it is called and in which language it is written; or a copy of another. */
import { useState } from 'preact/hooks'
import { asApiError } from '../../api/client'
import type { Language } from '../../api/types'
import { LANGUAGES, LANGUAGE_NAMES, language as own } from '../../text'
import { modules } from '../../text/modules'
import { Dialog } from '../../ui/Dialog'
import { make } from './editor/server'
import type { Listed } from './editor/shapes'

type Props = { like: Listed | null; onMade: (id: string) => void; onClose: () => void }

export function NewPost({ like, onMade, onClose }: Props) {
  const t = modules()
  // The same id at every try, so that a post is made once.
  const [id] = useState(() => crypto.randomUUID())
  const [title, setTitle] = useState(like ? t.newCopy(like.title) : '')
  const [language, setLanguage] = useState<Language>(own.value)
  const [state, setState] = useState<'ready' | 'busy' | 'empty' | 'offline' | 'failed'>('ready')

  async function submit(event: Event) {
    event.preventDefault()
    if (state === 'busy') return
    if (title.trim() === '') return setState('empty')
    setState('busy')
    try {
      await make(id, { title: title.trim(), language, like: like?.id ?? null })
      onMade(id)
    } catch (caught) {
      setState(asApiError(caught).kind === 'network' ? 'offline' : 'failed')
    }
  }

  const wrong = state === 'empty' ? t.titleFirst : state === 'offline' ? t.needsNet : state === 'failed' ? t.notMade : null
  return (
    <Dialog title={like ? t.duplicateOf(like.title) : t.newPost} onClose={onClose}>
      <form class="stack" onSubmit={(event) => void submit(event)} noValidate>
        <label class="field">
          <span>{t.newTitle}</span>
          <input
            class="inp" type="text" maxLength={200} value={title} aria-invalid={state === 'empty' || undefined} aria-describedby="new-wrong"
            onInput={(event) => setTitle(event.currentTarget.value)}
          />
        </label>
        {!like && (
          <label class="field">
            <span>{t.newLanguage}</span>
            <select class="inp" value={language} onChange={(event) => setLanguage(event.currentTarget.value as Language)}>
              {LANGUAGES.map((each) => <option key={each} value={each} selected={each === language}>{LANGUAGE_NAMES[each]}</option>)}
            </select>
          </label>
        )}
        <div role="alert" id="new-wrong">{wrong && <p class="wrong">{wrong}</p>}</div>
        <div class="dialog-row">
          <button class="btn" aria-disabled={state === 'busy'}>{state === 'busy' ? t.making : t.make}</button>
          <button type="button" class="btn s" onClick={onClose}>{t.cancel}</button>
        </div>
      </form>
    </Dialog>
  )
}
