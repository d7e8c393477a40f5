/** A question to think of, its answer on the back, and whether one knew it. Nothing is wrong and nothing is earned. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { FlashCard } from '../../../rules/cards'
import { cards } from '../../../text/cards'
import { TURNED } from '../answering'
import { Heading } from '../Heading'
import type { AskProps, Parts } from '../kinds'
import { Picture } from '../Picture'
import { Prose } from '../Prose'
import './words.css'

function Flashcard({ card, session, onDraft, onAnswer }: AskProps<FlashCard>) {
  const t = cards()
  const turned = session.draft === TURNED
  const answer = (knew: boolean) => {
    onDraft(knew)
    onAnswer()
  }
  return (
    <>
      <div class="wrap stack play-content">
        {card.picture && <Picture picture={card.picture} />}
        <div class="card flash stack">
          <Heading id="play-prompt">{card.prompt}</Heading>
          {card.body && <Prose text={card.body} />}
          {!turned && <p class="sm dim">{t.thinkFirst}</p>}
        </div>
        {turned && <Back text={card.back} />}
      </div>
      <div class="play-dock">
        {turned ? (
          <div class="flash-two">
            <button type="button" class="btn s" data-knew="no" onClick={() => answer(false)}>{t.knewNot}</button>
            <button type="button" class="btn s" data-knew="yes" onClick={() => answer(true)}>{t.knew}</button>
          </div>
        ) : <button type="button" class="btn p" data-turn onClick={() => onDraft(TURNED)}>{t.turn}</button>}
      </div>
    </>
  )
}

function Back({ text }: { text: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => heading.current?.focus(), [])
  return (
    <div class="card flash flash-back">
      <h2 tabIndex={-1} ref={heading}>{cards().back}</h2>
      <Prose text={text} />
    </div>
  )
}

export default { Ask: Flashcard } satisfies Parts<FlashCard>
