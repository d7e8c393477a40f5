/** What may be changed of a whole run: weeks in which nothing opens, stages that are left out. */
import { useState } from 'preact/hooks'
import type { CalendarRow, PlanChange } from '../../../api/types'
import { calendar } from '../../../text/calendar'
import { daysAfter, weekNumber } from '../logic'
import { WeekChoice } from './WeekChoice'

export function RunSheet({ row, now, propose }: { row: CalendarRow; now: string; propose: (change: PlanChange) => void }) {
  const t = calendar()
  const [off, setOff] = useState(daysAfter(now, 7))
  const [week, setWeek] = useState(daysAfter(now, 7))
  return (
    <>
      <p class="sm dim">{t.pauseWhy}</p>
      <WeekChoice label={t.pauseWeek} week={off} first={now} paused={row.paused} choose={setOff} />
      <button type="button" class="btn s" onClick={() => propose({ kind: 'pause', week: off })}>{t.pause}</button>
      {row.paused.map((each) => (
        <button key={each} type="button" class="btn t" onClick={() => propose({ kind: 'resume', week: each })}>{t.resume(weekNumber(each))}</button>
      ))}
      {row.missing.length > 0 && (
        <>
          <h3>{t.putIn}</h3>
          <WeekChoice label={t.putInWeek} week={week} first={now} paused={row.paused} choose={setWeek} />
          {row.missing.map(({ quest, number, title }) => (
            <button key={quest} type="button" class="btn s" onClick={() => propose({ kind: 'put_in', quest, week })}>{t.put(number, title)}</button>
          ))}
        </>
      )}
    </>
  )
}
