/** *Uker på rad*: how many, this week's goal, and the last weeks as squares of a start card. */
import { useEffect } from 'preact/hooks'
import * as answers from '../../answers'
import type { Streak as Given } from '../../api/types'
import { badges } from '../../text/badges'
import { Punch } from '../../ui/Icon'
import { saidOf } from './streak'
import './badges.css'

export function Streak() {
  const { data } = answers.streak.state.value
  useEffect(() => void answers.streak.refresh(), [])
  if (!data) return null
  const t = badges()
  const { week, reserves, begun } = saidOf(data)
  return (
    <section class="card stack" aria-labelledby="streak">
      <div class="rowx streak-head">
        <h2 class="grow" id="streak">{begun ? t.row(data.weeks) : t.noRow}</h2>
        {data.goal && <span class="sm dim">{t.goal[data.goal.kind]}</span>}
      </div>
      <Weeks recent={data.recent} />
      <p class="sm">
        {week === 'open' && data.goal ? t.open(data.goal.done, data.goal.need) : week === 'met' ? t.met : t.rest}
        {!begun && ` ${t.noRowWhy}`}
      </p>
      {reserves !== null && <p class="sm dim">{t.reserves(reserves)}</p>}
    </section>
  )
}

function Weeks({ recent }: Pick<Given, 'recent'>) {
  const t = badges()
  return (
    <ol class="streak-weeks" aria-label={t.recent}>
      {recent.map(({ week: { year, week }, state }) => (
        <li key={`${year} ${week}`} class={state}>
          <span class="sr">{`${t.week(week)}: ${t.weekStates[state]}`}</span>
          <small aria-hidden="true">{week}</small>
          {state === 'met' && <Punch number={week} />}
        </li>
      ))}
    </ol>
  )
}
