/** What may be changed of one stage that is not open: its week, its times, whether it is with us at all. */
import { useState } from 'preact/hooks'
import type { CalendarCell, CalendarRow, PlanChange } from '../../../api/types'
import { calendar } from '../../../text/calendar'
import { daysAfter } from '../logic'
import { WeekChoice } from './WeekChoice'
import { timeOf } from './season'

type Props = { row: CalendarRow; cell: CalendarCell; now: string; propose: (change: PlanChange) => void }

export function StageSheet({ row, cell, now, propose }: Props) {
  const t = calendar()
  const [week, setWeek] = useState(cell.week)
  const [opens, setOpens] = useState(cell.opens)
  const [deadline, setDeadline] = useState(cell.deadline)
  const times = timeOf(cell, opens, deadline)
  return (
    <>
      <WeekChoice label={t.toWeek} week={week} first={now} paused={row.paused} choose={setWeek} />
      <button
        type="button" class="btn s" disabled={week === cell.week}
        onClick={() => propose({ kind: 'move', quest: cell.quest, week })}
      >
        {t.look}
      </button>
      <label class="field">
        <span>{t.opens}</span>
        <input
          class="inp" type="datetime-local" value={opens} min={`${cell.week}T00:00`} max={`${daysAfter(cell.week, 6)}T23:59`}
          onInput={(event) => setOpens(event.currentTarget.value)}
        />
      </label>
      {cell.deadline && (
        <label class="field">
          <span>{t.deadline}</span>
          <input class="inp" type="datetime-local" value={deadline ?? ''} min={opens} onInput={(event) => setDeadline(event.currentTarget.value)} />
        </label>
      )}
      <button type="button" class="btn s" disabled={!times || !opens} onClick={() => times && propose(times)}>{t.look}</button>
      <p class="sm dim">{t.leaveOutWhy}</p>
      <button type="button" class="btn t" onClick={() => propose({ kind: 'leave_out', quest: cell.quest })}>{t.leaveOut}</button>
    </>
  )
}
