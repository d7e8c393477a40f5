/** A word to be written. Small misspellings are forgiven, and then shown. */
import type { FillCard } from '../../../rules/cards'
import { accepted } from '../../../rules/spelling'
import { cards } from '../../../text/cards'
import type { FieldProps } from '../fields'
import type { LinesProps, Parts } from '../kinds'
import { Line } from '../Lines'
import { words } from '../words'
import { forgivenAs } from './spelled'

function FillField({ draft, onDraft }: FieldProps<FillCard>) {
  return (
    <label class="field">
      <span>{cards().fillLabel}</span>
      <input
        class="inp" type="text" autoComplete="off" autocapitalize="none" autoCorrect="off" spellcheck={false} enterkeyhint="done"
        maxLength={200} value={typeof draft === 'string' ? draft : ''} onInput={(event) => onDraft(event.currentTarget.value)}
      />
    </label>
  )
}

function FillLines({ card, response }: LinesProps<FillCard>) {
  const text = words()
  const given = String(response)
  const right = accepted(given, card) !== null
  return (
    <ul class="stack">
      <Line mark={right ? 'own_right' : 'own'} word={right ? text.yoursRight : text.yours} text={given} />
      {!right && <Line mark="right" word={text.correct} text={card.key[0] ?? ''} />}
    </ul>
  )
}

function FillNote({ card, response }: LinesProps<FillCard>) {
  const form = forgivenAs(card, response)
  return form === null ? null : <p class="play-reason"><strong>{cards().spelled(form)}</strong></p>
}

export default { Field: FillField, Lines: FillLines, Note: FillNote } satisfies Parts<FillCard>
