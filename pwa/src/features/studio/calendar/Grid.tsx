/** Weeks by runs where there is room: each stage a block, moved by dragging or by arrow keys. */
import { useState } from 'preact/hooks'
import type { Calendar, CalendarCell, CalendarRow, Season } from '../../../api/types'
import { calendar } from '../../../text/calendar'
import { shell } from '../../../text/shell'
import { studio } from '../../../text/studio'
import { when } from '../../../text/when'
import { Icon } from '../../../ui/Icon'
import { mondayOf, weekNumber } from '../logic'
import { Block, type Lifted } from './Block'
import { RunName } from './RunName'
import { troubled } from './season'
import { holidayIn, onTheWall, shortDay } from './words'

export type Choose = { stage: (row: CalendarRow, cell: CalendarCell) => void; run: (row: CalendarRow) => void }
type Props = { answer: Calendar; season: Season | null; now: string; choose: Choose; move: (run: string, quest: string, week: string) => void }

export function Grid({ answer: { weeks, items }, season, now, choose, move }: Props) {
  const t = studio()
  const [lifted, setLifted] = useState<Lifted | null>(null)
  const rows = items.filter(({ run }) => run.anchor === 'calendar')
  const wrong = troubled(season?.items ?? [])
  const mondays = weeks.map(({ starts_on }) => starts_on)
  return (
    <>
      <p class="sm dim studio-wide">{calendar().drag} {calendar().keys}</p>
      <p class="sr" role="status">{said(lifted, rows)}</p>
      <div class="list scroll studio-wide">
        <table class="studio-calendar">
          <caption class="sr">{t.calendarWhat}</caption>
          <thead>
            <tr>
              <th scope="col">{t.run}</th>
              {weeks.map(({ starts_on, week }) => (
                <th key={starts_on} scope="col" class={starts_on === now ? 'this' : undefined}>
                  {week}<span class="two xs light">{when().short(`${starts_on}T12:00:00Z`)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Holidays season={season} weeks={mondays} />
            {rows.map((row) => (
              <tr key={row.run.id}>
                <th scope="row"><RunName row={row} change={() => choose.run(row)} /></th>
                {mondays.map((week) => {
                  const cell = row.cells.find((each) => each.week === week)
                  const off = row.paused.includes(week)
                  const aim = lifted !== null && lifted.run === row.run.id && lifted.target === week && lifted.from !== week
                  return (
                    <td key={week} data-week={week} data-row={row.run.id} class={classes(week === now, off, aim)}>
                      {off && <span class="xs dim"><span class="sr">{shell().week(weekNumber(week))}: </span>{calendar().paused}</span>}
                      {cell && (cell.opened ? <Opened cell={cell} /> : (
                        <Block
                          row={row} cell={cell} rows={rows} weeks={mondays} now={now} wrong={wrong.has(`${row.run.id} ${cell.quest}`)}
                          lifted={lifted} lift={setLifted} choose={() => choose.stage(row, cell)} move={move}
                        />
                      ))}
                      {aim && <span class="studio-cell ghost" aria-hidden="true">{lifted.number}</span>}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
          <Minutes season={season} weeks={mondays} />
        </table>
      </div>
    </>
  )
}

function classes(isNow: boolean, off: boolean, aim: boolean): string | undefined {
  return [isNow && 'this', off && 'off', aim && 'aimed'].filter(Boolean).join(' ') || undefined
}

function said(lifted: Lifted | null, rows: readonly CalendarRow[]): string {
  const t = calendar()
  if (!lifted || lifted.dragged) return lifted?.dragged && lifted.target !== lifted.from ? t.aims(lifted.number, weekNumber(lifted.target)) : ''
  if (lifted.target === lifted.from) return t.picked(lifted.number, lifted.title, weekNumber(lifted.from))
  const row = rows.find(({ run }) => run.id === lifted.run)
  const aim = t.aims(lifted.number, weekNumber(lifted.target))
  return row?.paused.includes(lifted.target) ? `${aim}. ${t.aimsPaused(weekNumber(lifted.target))}` : aim
}

function Opened({ cell }: { cell: CalendarCell }) {
  const t = studio()
  return (
    <span class="studio-cell opened" title={cell.title}>
      <Icon name="ok" small />{cell.number}
      <span class="sr">{`. ${cell.title}, ${shell().minutes(cell.minutes)}, ${t.opened} ${onTheWall(cell.opens)}`}</span>
    </span>
  )
}

function Holidays({ season, weeks }: { season: Season | null; weeks: readonly string[] }) {
  const t = calendar()
  const inWeek = (week: string) => (season?.holidays ?? []).filter(({ day }) => mondayOf(day) === week)
  return (
    <tr class="calendar-days">
      <th scope="row">{t.holidayRow}</th>
      {weeks.map((week) => {
        const own = inWeek(week)
        return (
          <td key={week} class={own.length > 0 ? 'off' : undefined}>
            {own.map(({ day, holiday }) => (
              <span key={day} class="two xs" title={holidayIn(holiday)}>{shortDay(day)}<span class="sr"> {holidayIn(holiday)}</span></span>
            ))}
          </td>
        )
      })}
    </tr>
  )
}

function Minutes({ season, weeks }: { season: Season | null; weeks: readonly string[] }) {
  const t = calendar()
  if (!season) return null
  return (
    <tfoot>
      <tr>
        <th scope="row">{t.minutesRow}<span class="two xs dim light">{t.minutesWhy(season.most_minutes)}</span></th>
        {weeks.map((week) => {
          const own = season.minutes.find((each) => each.week === week)?.minutes ?? 0
          const over = own > season.most_minutes
          return (
            <td key={week}>
              <span class={over ? 'calendar-load over' : 'calendar-load'}>
                <i style={{ '--v': String(Math.min(1, own / (2 * season.most_minutes))) }} />
                {own > 0 ? own : ''}{over && <span class="sr"> {t.over}</span>}
              </span>
            </td>
          )
        })}
      </tr>
    </tfoot>
  )
}
