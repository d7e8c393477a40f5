/** A run at the head of its row: its path, for whom, and the way to its pauses. */
import type { CalendarRow } from '../../../api/types'
import { calendar } from '../../../text/calendar'
import { studio } from '../../../text/studio'
import { audienceOf } from '../words'

export function RunName({ row: { run }, change }: { row: CalendarRow; change?: () => void }) {
  const t = studio()
  return (
    <>
      <a class="textlink" href={`/studio/loype/${run.path.id}`}>{run.path.title}</a>
      <span class="two xs dim light">{audienceOf(run)} · {run.mandatory ? t.mandatory : t.voluntary}</span>
      {change && run.state !== 'over' && <button type="button" class="linked xs" onClick={change}>{calendar().changeRun}</button>}
    </>
  )
}
