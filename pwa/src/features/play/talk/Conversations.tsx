/** At the end of a post with conversations: the stars of this attempt, the best so far, and the way to more. */
import { type ModuleDocument } from '../../../rules/cards'
import { type Result, resultOf } from '../../../rules/scenario'
import { Stars } from '../../../ui/Stars'
import type { Session } from '../session'
import { words } from '../words'
import { bestBefore } from './bests'

type Props = { document: ModuleDocument; session: Session; module: string; onAgain: () => void }

export function Conversations({ document, session, module, onAgain }: Props) {
  const text = words()
  const played = document.cards.flatMap((card) => {
    if ('variants' in card || card.type !== 'scenario') return []
    const results = session.answers.filter((answer) => answer.card === card.id).map(({ response }) => resultOf(card, response))
    const best = results.filter((result): result is Result => result !== null).sort((a, b) => b.stars - a.stars)[0]
    return best ? [{ card, best }] : []
  })
  if (played.length === 0) return null
  return (
    <section class="card stack">
      {played.map(({ card, best: { stars } }) => {
        const known = bestBefore({ module, card: card.id }) ?? 0
        return (
          <p key={card.id} class="rowx">
            <Stars count={stars} label={text.stars(stars)} />
            {known > stars && <span class="sm dim">{text.bestSoFar(known)}</span>}
          </p>
        )
      })}
      {played.some(({ best: { stars } }) => stars < 3) && <p class="sm dim">{text.againWhy}</p>}
      <button type="button" class="btn s" onClick={onAgain}>{text.againTalk}</button>
    </section>
  )
}
