/** A question: situation, form, and the answer button that says what is missing. */
import { useState } from 'preact/hooks'
import type { Asking } from '../../rules/cards'
import { Icon } from '../../ui/Icon'
import { type Draft, answerable } from './answering'
import { ChoiceField } from './Choice'
import { Heading } from './Heading'
import { MatchField } from './Match'
import { Prose } from './Prose'
import { NumberField } from './NumberField'
import { OrderField } from './Order'
import { Picture } from './Picture'
import { type Session, isReturning } from './session'
import { words } from './words'

type Props = { card: Asking; session: Session; onDraft: (draft: Draft) => void; onAnswer: () => void }

export function Question({ card, session, onDraft, onAnswer }: Props) {
  const text = words()
  const { missing } = answerable(card, session.draft)
  const [asked, setAsked] = useState(false)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (missing === null) return onAnswer()
    setAsked(true)
    const form = event.currentTarget as HTMLFormElement
    form.querySelector<HTMLElement>('input,[data-move]')?.focus()
  }
  return (
    <form class="play-form" onSubmit={submit} noValidate>
      <div class="wrap stack play-content">
        {isReturning(session) && <p class="note sm"><Icon name="runde" small />{text.again}</p>}
        {card.picture && <Picture picture={card.picture} />}
        {card.body && <Prose text={card.body} />}
        <Heading id="play-prompt">{card.prompt}</Heading>
        <Field card={card} session={session} onDraft={onDraft} />
      </div>
      <div class="play-dock">
        <p class="sm play-missing" id="play-missing" data-asked={asked}>{missing && text.missing[missing]}</p>
        <p class="sr" role="status">{asked && missing && text.missing[missing]}</p>
        <button class="btn p" aria-disabled={missing !== null} aria-describedby="play-missing">{text.answer}</button>
      </div>
    </form>
  )
}

function Field({ card, session, onDraft }: Omit<Props, 'onAnswer'>) {
  const given = { seed: session.seed, draft: session.draft, labelledBy: 'play-prompt', onDraft }
  switch (card.type) {
    case 'choice':
    case 'multiple':
      return <ChoiceField card={card} {...given} />
    case 'order':
      return <OrderField card={card} {...given} />
    case 'match':
      return <MatchField card={card} {...given} />
    case 'number':
      return <NumberField card={card} {...given} />
  }
}
