/** An exercise: its form, handed in by one button; or whatever else its kind brings. */
import type { Asking } from '../../rules/cards'
import { Form } from './Form'
import { type AskProps, partsOf } from './kinds'
import { words } from './words'

export function Question(props: AskProps<Asking>) {
  const { card, session, onDraft, onAnswer } = props
  const { Ask, Field } = partsOf(card)
  if (Ask) return <Ask {...props} />
  return (
    <Form card={card} session={session} button={words().answer} onAnswer={onAnswer}>
      {Field && <Field card={card} seed={session.seed} draft={session.draft} labelledBy="play-prompt" onDraft={onDraft} />}
    </Form>
  )
}
