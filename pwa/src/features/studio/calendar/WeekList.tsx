/** The same on a phone: week by week, each stage with a button to change it. */
import type { Calendar, Season } from '../../../api/types'
import { calendar } from '../../../text/calendar'
import { shell } from '../../../text/shell'
import { studio } from '../../../text/studio'
import { when } from '../../../text/when'
import { Icon } from '../../../ui/Icon'
import { openingIn } from '../logic'
import { audienceOf } from '../words'
import type { Choose } from './Grid'
import { holidayIn, onTheWall, shortDay } from './words'
import { mondayOf } from '../logic'

type Props = { answer: Calendar; season: Season | null; now: string; choose: Choose }

export function WeekList({ answer: { weeks, items }, season, now, choose }: Props) {
  const t = studio()
  const some = weeks.map((week) => ({ week, all: openingIn(items, week.starts_on) })).filter(({ all }) => all.length > 0)
  return (
    <ol class="stack studio-phone">
      {some.map(({ week, all }) => (
        <li key={week.starts_on} class="list">
          <h2 class="row low">{shell().week(week.week)}<span class="sm dim light">{when().range(week.starts_on, week.ends_on)}</span>
            {week.starts_on === now && <span class="chip g">{t.thisWeek}</span>}
            {(season?.holidays ?? []).filter(({ day }) => mondayOf(day) === week.starts_on).map(({ day, holiday }) => (
              <span key={day} class="chip w">{shortDay(day)} {holidayIn(holiday)}</span>
            ))}
          </h2>
          <ul>
            {all.map(({ run, cell }) => {
              const row = items.find((each) => each.run.id === run.id)
              return (
                <li key={run.id} class="row">
                  <span class={cell.opened ? 'tile g' : 'tile'}><Icon name={cell.opened ? 'ok' : 'klokke'} /></span>
                  <span class="grow">
                    <a class="textlink" href={`/studio/loype/${run.path.id}`}>{cell.number}. {cell.title}</a>
                    <span class="two sm dim">{run.path.title} · {audienceOf(run)} · {shell().minutes(cell.minutes)}</span>
                    <span class="two sm dim">{onTheWall(cell.opens)}</span>
                    <span class="sr">{cell.opened ? t.opened : t.willOpen}</span>
                  </span>
                  {!cell.opened && row && (
                    <button type="button" class="btn s slim" aria-label={calendar().changeStage(cell.number, cell.title)} onClick={() => choose.stage(row, cell)}>
                      {calendar().change}
                    </button>
                  )}
                </li>
              )
            })}
          </ul>
        </li>
      ))}
    </ol>
  )
}
