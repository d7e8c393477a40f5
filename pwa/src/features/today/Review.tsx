/** The way to the next round of reviews: what it is about, how many questions, how long. */
import type { Review, ReviewItem } from '../../api/types'
import { begun } from '../../offline/resume'
import { ROUND, minutesOf, roundOf } from '../../offline/reviews'
import { REVIEW } from '../../router'
import { shell } from '../../text/shell'
import { today } from '../../text/today'
import { Icon } from '../../ui/Icon'

export function ReviewLine({ review, due }: { review: Review; due: ReviewItem[] }) {
  const t = today()
  const round = roundOf(review, due)
  const count = `${t.reviewCount(round.length)} · ${shell().minutes(minutesOf(review, round.length))}`
  return (
    <li>
      <a class="row" href={REVIEW}>
        <span class="tile b"><Icon name="runde" /></span>
        <span class="grow">
          <strong>{t.review(due[0]?.topic.title ?? '')}</strong>
          <span class="two sm dim">{begun.value.has(ROUND) ? t.reviewBegun : count}</span>
        </span>
        <Icon name="h" small />
      </a>
    </li>
  )
}
