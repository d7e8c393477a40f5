/** Kalender: what opens in which week and for whom. A table where there is room, a list of weeks on a phone. */
import { useState } from 'preact/hooks'
import type { Calendar as Answer, CalendarRow } from '../../api/types'
import { current } from '../../session'
import { shell } from '../../text/shell'
import { studio } from '../../text/studio'
import { when } from '../../text/when'
import { Icon } from '../../ui/Icon'
import { Absent, Pages, useAnswer } from './asking'
import { Frame } from './Frame'
import { dayIn, daysAfter, mondayOf, openingIn, weekNumber } from './logic'
import { audienceOf } from './words'

const WEEKS = 12

export default function Calendar() {
  const t = studio()
  const now = mondayOf(dayIn(current.value?.organisation.time_zone ?? 'Europe/Oslo', new Date()))
  const [first, setFirst] = useState(now)
  const [number, setNumber] = useState(1)
  const asked = useAnswer<Answer>(`/studio/calendar?first=${first}&weeks=${WEEKS}&page=${number}`)
  const answer = asked.data
  const turn = (weeks: number) => {
    setNumber(1)
    setFirst(daysAfter(first, 7 * weeks))
  }
  const last = daysAfter(first, 7 * (WEEKS - 1))
  return (
    <Frame on="calendar" title={t.places.calendar} below={t.span(weekNumber(first), weekNumber(last))}>
      <nav class="rowx studio-turn" aria-label={t.weeks}>
        <button type="button" class="btn s slim" onClick={() => turn(-WEEKS)}>{t.earlier}</button>
        <button type="button" class="btn s slim" disabled={first === now} onClick={() => turn(weeksTo(first, now))}>{t.thisWeek}</button>
        <button type="button" class="btn s slim" onClick={() => turn(WEEKS)}>{t.later}</button>
      </nav>
      {!answer || asked.error ? <Absent asked={asked} /> : answer.items.length === 0 ? <p class="card dim">{t.nothingOpens}</p> : (
        <>
          <Table answer={answer} now={now} />
          <WeekList answer={answer} now={now} />
          <OwnPace rows={answer.items} />
        </>
      )}
      {answer && <Pages page={answer} label={t.runs} turnTo={setNumber} />}
    </Frame>
  )
}

function weeksTo(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 604_800_000)
}

function Table({ answer: { weeks, items }, now }: { answer: Answer; now: string }) {
  const t = studio()
  return (
    <div class="list scroll studio-wide">
      <table class="studio-calendar">
        <caption class="sr">{t.calendarWhat}</caption>
        <thead>
          <tr>
            <th scope="col">{t.run}</th>
            {weeks.map((week) => (
              <th key={week.starts_on} scope="col" class={week.starts_on === now ? 'this' : undefined}>
                {week.week}<span class="two xs light">{when().short(`${week.starts_on}T12:00:00Z`)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.filter(({ run }) => run.anchor === 'calendar').map((row) => (
            <tr key={row.run.id}>
              <th scope="row"><RunLink row={row} /></th>
              {weeks.map((week) => (
                <td key={week.starts_on} class={week.starts_on === now ? 'this' : undefined}><Cell row={row} monday={week.starts_on} /></td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function RunLink({ row: { run } }: { row: CalendarRow }) {
  const t = studio()
  return (
    <>
      <a class="textlink" href={`/studio/loype/${run.path.id}`}>{run.path.title}</a>
      <span class="two xs dim light">{audienceOf(run)} · {run.mandatory ? t.mandatory : t.voluntary}</span>
    </>
  )
}

function Cell({ row, monday }: { row: CalendarRow; monday: string }) {
  const t = studio()
  const cell = row.cells.find(({ week }) => week === monday)
  if (!cell) return null
  return (
    <span class={cell.opened ? 'studio-cell opened' : 'studio-cell'} title={cell.title}>
      <Icon name={cell.opened ? 'ok' : 'klokke'} small />{cell.number}
      <span class="sr">{`. ${cell.title}, ${shell().minutes(cell.minutes)}, ${cell.opened ? t.opened : t.willOpen}`}</span>
    </span>
  )
}

function WeekList({ answer: { weeks, items }, now }: { answer: Answer; now: string }) {
  const t = studio()
  const some = weeks.map((week) => ({ week, all: openingIn(items, week.starts_on) })).filter(({ all }) => all.length > 0)
  return (
    <ol class="stack studio-phone">
      {some.map(({ week, all }) => (
        <li key={week.starts_on} class="list">
          <h2 class="row low">{shell().week(week.week)}<span class="sm dim light">{when().range(week.starts_on, week.ends_on)}</span>
            {week.starts_on === now && <span class="chip g">{t.thisWeek}</span>}</h2>
          <ul>
            {all.map(({ run, cell }) => (
              <li key={run.id}>
                <a class="row" href={`/studio/loype/${run.path.id}`}>
                  <span class={cell.opened ? 'tile g' : 'tile'}><Icon name={cell.opened ? 'ok' : 'klokke'} /></span>
                  <span class="grow">
                    <strong>{cell.number}. {cell.title}</strong>
                    <span class="two sm dim">{run.path.title} · {audienceOf(run)} · {shell().minutes(cell.minutes)}</span>
                    <span class="sr">{cell.opened ? t.opened : t.willOpen}</span>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
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
            <span class="grow"><RunLink row={row} /></span>
            <span class="sm">{t.enrolled(row.run.enrolled)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
