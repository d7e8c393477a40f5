/** How it has grown: a profile of the weeks walked, what is mastered in bands by topic, what has been met as a line above. */
import type { Mastered } from '../../api/types'
import { knowledge } from '../../text/knowledge'
import { bands, edge, line, totals } from './hills'

const WIDTH = 320
const TALL = 84

export function Growth({ mastered: { weeks, topics } }: { mastered: Mastered }) {
  const t = knowledge()
  const met = totals(topics, 'met')
  const known = totals(topics, 'mastered')
  const most = Math.max(...met, 1)
  const first = weeks[0]?.week ?? 0
  const last = weeks.at(-1)?.week ?? 0
  return (
    <figure class="know-growth">
      <svg viewBox={`0 -4 ${WIDTH} ${TALL + 6}`} role="img" preserveAspectRatio="none" aria-label={t.growth(known[0] ?? 0, first, known.at(-1) ?? 0, last, met.at(-1) ?? 0)}>
        {bands(topics, most, WIDTH, TALL).map((path, at) => <path key={at} class={`know-band know-band-${at % 4}`} d={path} vector-effect="non-scaling-stroke" />)}
        <path class="know-met" d={line(edge(met, most, WIDTH, TALL))} vector-effect="non-scaling-stroke" />
      </svg>
      <figcaption class="xs dim">
        <span>{t.week(first)}</span><span class="know-key"><i class="know-sum" />{t.mastered}<i class="know-dash" />{t.met}</span><span>{t.week(last)}</span>
      </figcaption>
    </figure>
  )
}
