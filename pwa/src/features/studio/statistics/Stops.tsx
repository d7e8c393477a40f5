/** How far people come in their first attempt: a picture from zero, and the same as a table. */
import type { CardStatistics } from '../../../api/types'
import { statistics } from '../../../text/statistics'
import { Icon } from '../../../ui/Icon'
import { type Step, drop, outline, stepsOf, worstOf } from './logic'

const WIDTH = 100
const HEIGHT = 100

type Props = { cards: readonly CardStatistics[]; begun: number | null; ended: number | null; least: number }

export function Stops({ cards, begun, ended, least }: Props) {
  const t = statistics()
  const steps = stepsOf(cards, ended)
  if (!steps || begun === null || ended === null) return <p class="note sm"><Icon name="skjold" small /><span>{t.tooFew(least)}</span></p>
  const worst = worstOf(steps)
  return (
    <figure class="card stack stat-way">
      <figcaption>
        <h2>{t.finished(ended, begun)}</h2>
        <p class="sm dim">{worst?.label ? t.stoppedAt(worst.stopped, worst.label) : t.allThrough} {t.finishedWhy}</p>
      </figcaption>
      <Picture steps={steps} />
      <details>
        <summary>{t.asTable}<Icon name="ned" small turns /></summary>
        <table class="board log sm">
          <thead><tr><th scope="col">{t.cards}</th><th scope="col">{t.reached}</th><th scope="col">{t.stopped}</th></tr></thead>
          <tbody>
            {steps.map(({ label, people, stopped }) => (
              <tr key={label}><th scope="row">{label === null ? t.goal : t.card(label)}</th><td>{people}</td><td>{label === null ? '' : stopped}</td></tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}

/** Drawn for the eye alone; the table says the same. */
function Picture({ steps }: { steps: readonly Step[] }) {
  const t = statistics()
  const wide = steps.length * WIDTH
  const line = outline(steps, WIDTH, HEIGHT)
  const lost = drop(steps, WIDTH, HEIGHT)
  return (
    <div aria-hidden="true">
      <div class="stat-cells">{steps.map(({ label, people }) => <strong key={label}>{people}</strong>)}</div>
      <svg class="stat-steps" viewBox={`0 0 ${wide} ${HEIGHT}`} preserveAspectRatio="none">
        <path class="area" d={`${line}V${HEIGHT}H0Z`} />
        <path class="line" d={line} />
        {lost && <path class="lost" d={lost} />}
      </svg>
      <div class="stat-cells xs dim">{steps.map(({ label }) => <span key={label}>{label ?? t.goal}</span>)}</div>
    </div>
  )
}
