/** What somebody has said, and who. */
import type { QuoteCard } from '../../../rules/cards'
import type { Parts, ToldProps } from '../kinds'
import { Prose } from '../Prose'
import './quote.css'

const MARKS = 'M0 32V18C0 8 6 1 16 0v6c-5 1-8 4-8 9h8v17zM24 32V18C24 8 30 1 40 0v6c-5 1-8 4-8 9h8v17z'

function Quote({ card }: ToldProps<QuoteCard>) {
  return (
    <figure class="quote">
      <svg viewBox="0 0 40 32" aria-hidden="true"><path d={MARKS} /></svg>
      <blockquote><Prose text={card.quote} /></blockquote>
      <figcaption>{card.by}</figcaption>
    </figure>
  )
}

export default { Told: Quote } satisfies Parts<QuoteCard>
