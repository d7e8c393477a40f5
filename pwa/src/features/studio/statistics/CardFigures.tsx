/** One card: how hard it is, what was chosen, how long it takes; its bars are a table's. */
import type { CardStatistics } from '../../../api/types'
import { statistics } from '../../../text/statistics'
import { Icon } from '../../../ui/Icon'
import { FIT, fitOf, tellingOf } from './logic'
import { named } from './words'

export function CardFigures({ card, least }: { card: CardStatistics; least: number }) {
  const t = statistics()
  return (
    <article class="card stack stat-card" aria-labelledby={`card-${card.id}`} data-card={card.id}>
      <div>
        <h3 id={`card-${card.id}`}>{card.number}. {card.prompt}</h3>
        <p class="xs dim">{t.types[card.type] ?? card.type}{card.tries !== null && ` · ${t.tries(card.tries)}`}</p>
      </div>
      {!card.graded ? <p class="sm dim">{t.notGraded}</p> : card.right === null ? <p class="sm dim">{t.tooFew(least)}</p> : (
        <>
          <Difficulty right={card.right} />
          {card.choices.length > 0 && <Choices card={card} />}
          <Times card={card} />
        </>
      )}
    </article>
  )
}

function Difficulty({ right }: { right: number }) {
  const t = statistics()
  const fit = fitOf(right)
  return (
    <div class="stat-hard">
      <span class="sm">{t.firstRight}</span>
      <svg class={`stat-bar ${fit}`} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect class="track" width="100" height="10" />
        <rect class="value" y="2" width={right * 100} height="6" />
        <rect class="frame" x={FIT.from * 100} width={(FIT.to - FIT.from) * 100} height="10" />
      </svg>
      <strong>{t.percent(right)}</strong>
      <span class={fit === 'fit' ? 'chip g' : 'chip w'}>{t[fit]}</span>
    </div>
  )
}

function Choices({ card }: { card: CardStatistics }) {
  const t = statistics()
  const placed = ['order', 'match', 'sort', 'number'].includes(card.type)
  const lured = card.findings.find(({ code }) => code === 'lure')?.given.text
  return (
    <table class="stat-choices sm">
      <caption class="xs dim">{placed ? t.turned : t.chosen}</caption>
      <thead class="sr"><tr><th scope="col">{t.chosen}</th><th scope="col">{t.share}</th></tr></thead>
      <tbody>
        {card.choices.map((one) => (
          <tr key={one.value}>
            <th scope="row">{!placed && <Icon name={one.right ? 'ok' : 'x'} small />}<span>{!placed && <span class="sr">{one.right ? t.right : t.wrong}: </span>}{named(one)}</span></th>
            <td>
              <svg class={`stat-bar ${one.right ? 'right' : one.text === lured ? 'lure' : 'other'}`} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                <rect class="track" width="100" height="8" /><rect class="value" width={Math.min(1, one.share) * 100} height="8" />
              </svg>
              <span class="stat-share">{t.percent(one.share)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Times({ card }: { card: CardStatistics }) {
  const t = statistics()
  return (
    <dl class="stat-figures sm">
      {card.median !== null && <div><dt>{t.median}</dt><dd>{t.seconds(card.median)}</dd></div>}
      {card.slow_tenth !== null && <div><dt>{t.slowTenth}</dt><dd>{t.seconds(card.slow_tenth)}</dd></div>}
      {Boolean(card.too_quick) && <div><dt>{t.tooQuick}</dt><dd>{card.too_quick}</dd></div>}
      {card.discrimination !== null && <div><dt>{t.telling}</dt><dd>{t.tellings[tellingOf(card.discrimination)]}</dd></div>}
      {card.stopped !== null && <div><dt>{t.stopped}</dt><dd>{card.stopped}</dd></div>}
    </dl>
  )
}
