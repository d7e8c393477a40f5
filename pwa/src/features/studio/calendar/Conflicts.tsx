/** What is too much, or falls on days when few are there: in words, each with a way out. Nothing moves by itself. */
import type { Conflict, PlanChange, Season } from '../../../api/types'
import { calendar } from '../../../text/calendar'
import { Icon } from '../../../ui/Icon'
import { counted } from './season'
import { conflictIn, remedyIn } from './words'

type Props = { season: Season; propose: (run: string, change: PlanChange) => void }

export function Conflicts({ season: { items }, propose }: Props) {
  const t = calendar()
  const { conflicts, advice } = counted(items)
  return (
    <section class="stack" aria-labelledby="conflicts">
      <h2 id="conflicts">{items.length === 0 ? t.noConflicts : t.conflicts(conflicts, advice)} <span class="sm dim light">{t.movesNothing}</span></h2>
      {items.length > 0 && (
        <ul class="calendar-conflicts">{items.map((each) => <Line key={keyOf(each)} conflict={each} propose={propose} />)}</ul>
      )}
    </section>
  )
}

function Line({ conflict, propose }: { conflict: Conflict; propose: Props['propose'] }) {
  const t = calendar()
  const { severity, stages, remedy, code } = conflict
  const wrong = severity === 'conflict'
  return (
    <li class="card stack">
      <p class="rowx tight">
        <span class={wrong ? 'chip w' : 'chip b'}><Icon name={wrong ? 'uvaer' : 'info'} />{wrong ? t.conflict : t.advice}</span>
        <strong class="grow">{conflictIn(conflict)}</strong>
      </p>
      <p class="sm dim tight">{stages.map(({ path, number }) => t.stageOf(path, number)).join(' · ')}</p>
      {remedy
        ? <button type="button" class="btn s" onClick={() => propose(remedy.run, remedy.change)}>{remedyIn(remedy, code)}</button>
        : <p class="sm tight">{code === 'twice' ? t.noRemedy : t.byHand}</p>}
    </li>
  )
}

function keyOf({ code, week, stages }: Conflict): string {
  return [code, week.starts_on, ...stages.map(({ run, quest }) => run + quest)].join()
}
