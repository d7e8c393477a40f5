/** Kalender: what opens in which week and for whom, moved until it happens, and what of it is too much. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Calendar as Answer, CalendarCell, CalendarRow, PlanChange, Season } from '../../api/types'
import { current } from '../../session'
import { calendar } from '../../text/calendar'
import { studio } from '../../text/studio'
import { Dialog } from '../../ui/Dialog'
import { Absent, Pages, useAnswer } from './asking'
import { Conflicts } from './calendar/Conflicts'
import { Foretelling } from './calendar/Foretelling'
import { type Choose, Grid } from './calendar/Grid'
import { RunName } from './calendar/RunName'
import { RunSheet } from './calendar/RunSheet'
import { spansFrom, weeksBetween } from './calendar/season'
import { StageSheet } from './calendar/StageSheet'
import { WeekList } from './calendar/WeekList'
import './calendar/calendar.css'
import { Frame } from './Frame'
import { dayIn, daysAfter, mondayOf, weekNumber } from './logic'

type Chosen =
  | { row: CalendarRow; cell: CalendarCell | null }
  | { run: string; change: PlanChange }

export default function Calendar() {
  const t = studio()
  const now = mondayOf(dayIn(current.value?.organisation.time_zone ?? 'Europe/Oslo', new Date()))
  const [span, setSpan] = useState({ first: now, weeks: 26 })
  const [number, setNumber] = useState(1)
  const asked = useAnswer<Answer>(`/studio/calendar?first=${span.first}&weeks=${span.weeks}&page=${number}`)
  const season = useAnswer<Season>(`/studio/calendar/season?first=${span.first}&weeks=${span.weeks}`)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [done, setDone] = useState(false)
  const back = useRef('')
  const answer = asked.data

  const look = (first: string, weeks: number) => {
    setNumber(1)
    setSpan({ first, weeks })
  }
  const propose = (run: string, change: PlanChange) => {
    setDone(false)
    setChosen({ run, change })
  }
  const choose: Choose = { stage: (row, cell) => setChosen({ row, cell }), run: (row) => setChosen({ row, cell: null }) }

  function changed(change: PlanChange, run: string) {
    back.current = `[data-run="${run}"][data-quest="${change.quest ?? ''}"]`
    setChosen(null)
    setDone(true)
    asked.again()
    season.again()
  }
  useEffect(() => {
    if (back.current) document.querySelector<HTMLElement>(back.current)?.focus()
    back.current = ''
  }, [answer])

  return (
    <Frame on="calendar" title={t.places.calendar} below={t.span(weekNumber(span.first), weekNumber(daysAfter(span.first, 7 * (span.weeks - 1))))} action={<a class="btn s slim" href="/studio/kalender/forhandsvis">{calendar().foresee}</a>}>
      <Turn now={now} span={span} look={look} />
      <p class="sm" role="status">{done ? calendar().done : ''}</p>
      {!answer || asked.error ? <Absent asked={asked} /> : answer.items.length === 0 ? <p class="card dim">{t.nothingOpens}</p> : (
        <>
          <Grid answer={answer} season={season.data} now={now} choose={choose} move={(run, quest, week) => propose(run, { kind: 'move', quest, week })} />
          <WeekList answer={answer} season={season.data} now={now} choose={choose} />
          {season.data && <Conflicts season={season.data} propose={propose} />}
          <OwnPace rows={answer.items} />
        </>
      )}
      {answer && <Pages page={answer} label={t.runs} turnTo={setNumber} />}
      {chosen && <Over chosen={chosen} now={now} close={() => setChosen(null)} propose={propose} changed={changed} />}
    </Frame>
  )
}

type OverProps = {
  chosen: Chosen
  now: string
  close: () => void
  propose: (run: string, change: PlanChange) => void
  changed: (change: PlanChange, run: string) => void
}

function Over({ chosen, now, close, propose, changed }: OverProps) {
  const t = calendar()
  if ('change' in chosen) {
    const { run, change } = chosen
    return (
      <Dialog title={t.wouldHappen} onClose={close}>
        <Foretelling run={run} change={change} done={() => changed(change, run)} leave={close} />
      </Dialog>
    )
  }
  const { row, cell } = chosen
  const offer = (change: PlanChange) => propose(row.run.id, change)
  return (
    <Dialog title={cell ? t.stage(cell.number, cell.title) : row.run.path.title} onClose={close}>
      {cell ? <StageSheet row={row} cell={cell} now={now} propose={offer} /> : <RunSheet row={row} now={now} propose={offer} />}
      <button type="button" class="btn t" onClick={close}>{t.close}</button>
    </Dialog>
  )
}

function Turn({ now, span, look }: { now: string; span: { first: string; weeks: number }; look: (first: string, weeks: number) => void }) {
  const t = studio()
  const spans = spansFrom(now)
  const at = spans.findIndex(({ first, weeks }) => first === span.first && weeks === span.weeks)
  return (
    <nav class="rowx studio-turn" aria-label={t.weeks}>
      <label class="rowx">
        <span>{calendar().season}</span>
        <select
          class="inp" value={String(at)}
          onChange={(event) => {
            const chosen = spans[Number(event.currentTarget.value)]
            if (chosen) look(chosen.first, chosen.weeks)
          }}
        >
          {at < 0 && <option value="-1">{t.span(weekNumber(span.first), weekNumber(daysAfter(span.first, 7 * (span.weeks - 1))))}</option>}
          {spans.map(({ name, year }, index) => (
            <option key={`${name}${year}`} value={String(index)}>{name === 'half' ? calendar().half : calendar()[name](year)}</option>
          ))}
        </select>
      </label>
      <button type="button" class="btn s slim" onClick={() => look(daysAfter(span.first, -7 * span.weeks), span.weeks)}>{t.earlier}</button>
      <button type="button" class="btn s slim" disabled={weeksBetween(span.first, now) === 0} onClick={() => look(now, span.weeks)}>{t.thisWeek}</button>
      <button type="button" class="btn s slim" onClick={() => look(daysAfter(span.first, 7 * span.weeks), span.weeks)}>{t.later}</button>
    </nav>
  )
}

function OwnPace({ rows }: { rows: readonly CalendarRow[] }) {
  const t = studio()
  const own = rows.filter(({ run }) => run.anchor === 'enrolment')
  if (own.length === 0) return null
  return (
    <section class="stack">
      <h2>{t.ownPace}</h2>
      <ul class="list">
        {own.map((row) => (
          <li key={row.run.id} class="row">
            <span class="grow"><RunName row={row} /></span>
            <span class="sm">{t.enrolled(row.run.enrolled)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
