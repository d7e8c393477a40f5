/** A card that tells: read, look around, and go on. `last` is the word for going on from the last card. */
import type { Telling } from '../../rules/cards'
import type { Draft } from './answering'
import { Heading } from './Heading'
import { partsOf } from './kinds'
import { Picture } from './Picture'
import { Prose } from './Prose'
import { words } from './words'

type Props = { card: Telling; draft: Draft | null; last: string | null; onDraft: (draft: Draft) => void; onNext: () => void }

export function Reading({ card, draft, last, onDraft, onNext }: Props) {
  const text = words()
  const { Told, showsPicture } = partsOf(card)
  return (
    <>
      <div class="wrap stack play-content">
        {card.picture && !showsPicture && <Picture picture={card.picture} />}
        <Heading id="play-prompt">{card.prompt}</Heading>
        {card.body && <Prose text={card.body} />}
        {Told && <Told card={card} draft={draft} onDraft={onDraft} />}
      </div>
      <div class="play-dock">
        <button type="button" class="btn p" onClick={onNext}>{last ?? text.read}</button>
      </div>
    </>
  )
}
