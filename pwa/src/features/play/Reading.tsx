/** A text card: read, and go on. */
import type { TextCard } from '../../rules/cards'
import { Heading } from './Heading'
import { Markdown } from './Markdown'
import { Picture } from './Picture'
import { words } from './words'

export function Reading({ card, onNext }: { card: TextCard; onNext: () => void }) {
  return (
    <>
      <main class="wrap stack" id="hoved">
        {card.picture && <Picture picture={card.picture} />}
        <Heading id="play-prompt">{card.prompt}</Heading>
        {card.body && <Markdown text={card.body} />}
      </main>
      <div class="dock"><button type="button" class="btn p" onClick={onNext}>{words().read}</button></div>
    </>
  )
}
