/** *Why do I see this?*, one tap away: when it was last seen, how that went, and what it means that it comes now. */
import { when } from '../../text/when'
import { Icon } from '../../ui/Icon'
import type { ReviewItem } from './ports'
import { roundWords } from './words'

export function Why({ item: { topic, why, wanted } }: { item: ReviewItem }) {
  const t = roundWords()
  return (
    <details class="play-why">
      <summary class="sm"><span class="grow">{topic.title}</span><span class="play-why-ask">{t.why}</span><Icon name="ned" small turns /></summary>
      <p class="sm">{t.lastSeen[why.code](when().day(`${why.last_on}T12:00:00Z`))} {t.chance(Math.round(why.chance * 100))}</p>
      {wanted && <p class="sm">{t.wanted}</p>}
      <p class="sm dim">{t.whyNow}</p>
    </details>
  )
}
