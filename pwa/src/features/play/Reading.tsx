/** A text card: read, and go on. `last` is the word for going on from the last card. */
import type { Telling } from '../../rules/cards'
import { Heading } from './Heading'
import { Picture } from './Picture'
import { Prose } from './Prose'
import { words } from './words'

type Props = { card: Telling; last: string | null; onNext: () => void }

export function Reading({ card, last, onNext }: Props) {
  const text = words()
  return (
    <>
      <div class="wrap stack play-content">
        {card.picture && <Picture picture={card.picture} />}
        <Heading id="play-prompt">{card.prompt}</Heading>
        {card.body && <Prose text={card.body} />}
      </div>
      <div class="play-dock">
        <button type="button" class="btn p" onClick={onNext}>{last ?? text.read}</button>
      </div>
    </>
  )
}
