/** A field for words of one's own that grows with them, and says how much room is left. */
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { LONGEST_WORDS } from '../../../rules/spelling'
import { cards } from '../../../text/cards'
import type { Draft } from '../answering'
import './words.css'

type Props = { label: string; draft: Draft | null; onDraft: (draft: Draft) => void }

export function Writing({ label, draft, onDraft }: Props) {
  const room = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const text = typeof draft === 'string' ? draft : ''
  useLayoutEffect(() => {
    const area = field.current
    if (!area) return
    area.style.height = 'auto'
    area.style.height = `${area.scrollHeight + 4}px`
  }, [text])
  return (
    <div>
      <label class="field">
        <span>{label}</span>
        <textarea
          class="inp grows" rows={4} maxLength={LONGEST_WORDS} value={text} aria-describedby={room} ref={field}
          onInput={(event) => onDraft(event.currentTarget.value)}
        />
      </label>
      <p class="xs dim left" id={room}>{cards().charactersLeft(LONGEST_WORDS - [...text].length)}</p>
    </div>
  )
}
