/** What the figures say should be done, the most important card first, each with the way there. */
import type { Statistics } from '../../../api/types'
import { statistics } from '../../../text/statistics'
import { told } from './words'

export function ToDo({ found }: { found: Statistics }) {
  const t = statistics()
  const cards = found.cards.filter(({ findings }) => findings.length > 0)
  if (found.begun === null && cards.length === 0) return null
  return (
    <section class="stack" aria-labelledby="to-do">
      <h2 id="to-do">{t.whatToDo}</h2>
      {cards.length === 0 ? <p class="card sm dim">{t.nothingToDo}</p> : cards.map((card) => (
        <article key={card.id} class="card stack">
          <h3>{t.card(card.number)}: {card.prompt}</h3>
          {card.findings.map((finding) => <p key={finding.code + (finding.given.text ?? '')} class="sm">{told(finding)}</p>)}
          <a class="btn s slim" href={`/studio/post/${found.id}#${encodeURIComponent(card.id)}`}>{t.openCard(card.number)}</a>
        </article>
      ))}
    </section>
  )
}
