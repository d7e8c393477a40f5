/** A card that asks: situation, question, form, and a button that says what is missing. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Asking } from '../../rules/cards'
import { Icon } from '../../ui/Icon'
import { answerable } from './answering'
import { Heading } from './Heading'
import { partsOf } from './kinds'
import { Picture } from './Picture'
import { Prose } from './Prose'
import { type Session, isReturning } from './session'
import { words } from './words'

/** `onSkip`: for what one need not answer. */
type Props = {
  card: Asking; session: Session; button: string; onAnswer: () => void; onSkip?: () => void; children: ComponentChildren
}

export function Form({ card, session, button, onAnswer, onSkip, children }: Props) {
  const text = words()
  const { missing } = answerable(card, session.draft)
  const [asked, setAsked] = useState(false)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (missing === null) return onAnswer()
    setAsked(true)
    const form = event.currentTarget as HTMLFormElement
    form.querySelector<HTMLElement>('summary,input,textarea,[data-move]')?.focus()
  }
  return (
    <form class="play-form" onSubmit={submit} noValidate>
      <div class="wrap stack play-content">
        {isReturning(session) && <p class="note sm"><Icon name="runde" small />{text.again}</p>}
        {card.picture && !partsOf(card).showsPicture && <Picture picture={card.picture} />}
        {card.body && <Prose text={card.body} />}
        <Heading id="play-prompt">{card.prompt}</Heading>
        {children}
      </div>
      <div class="play-dock">
        <p class="sm play-missing" id="play-missing" data-asked={asked}>{missing && text.missing[missing]}</p>
        <p class="sr" role="status">{asked && missing && text.missing[missing]}</p>
        <button class="btn p" aria-disabled={missing !== null} aria-describedby="play-missing">{button}</button>
        {onSkip && <button type="button" class="btn t" onClick={onSkip}>{text.passOver}</button>}
      </div>
    </form>
  )
}
