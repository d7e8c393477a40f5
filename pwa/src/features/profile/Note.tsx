/** One note: what was asked, what was written, when; and its deletion, asked for twice. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Reflection } from '../../api/types'
import { notes } from '../../text/notes'
import { when } from '../../text/when'
import './notes.css'

type Props = { note: Reflection; onRemove: () => void }

export function Note({ note, onRemove }: Props) {
  const t = notes()
  const [asked, setAsked] = useState<boolean | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  // The button that was pressed is gone; the focus goes to the one that stands in its place.
  useLayoutEffect(() => {
    if (asked !== null) button.current?.focus()
  }, [asked])
  return (
    <li class="card stack">
      <div>
        <h2 class="note-asked">{note.question}</h2>
        <p class="xs dim">{[note.module, when().moment(note.written_at, new Date())].filter(Boolean).join(' · ')}</p>
      </div>
      <p class="note-words">{note.text}</p>
      {asked ? (
        <div class="stack">
          <p class="sm">{t.sure}</p>
          <div class="rowx">
            <button type="button" class="btn s slim" ref={button} onClick={() => setAsked(false)}>{t.keep}</button>
            <button type="button" class="btn s slim" onClick={onRemove}>{t.yes}</button>
          </div>
        </div>
      ) : (
        <button type="button" class="btn t slim note-remove" ref={button} aria-label={`${t.remove}: ${note.question}`} onClick={() => setAsked(true)}>
          {t.remove}
        </button>
      )}
    </li>
  )
}
