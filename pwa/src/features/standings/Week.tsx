/** The board of a week as it is now: of one that is over, how it ended. */
import { useEffect } from 'preact/hooks'
import * as answers from '../../answers'
import { current } from '../../session'
import { results } from '../../text/results'
import { shell } from '../../text/shell'
import { standings } from '../../text/standings'
import { when } from '../../text/when'
import { Icon } from '../../ui/Icon'
import { Screen } from '../../ui/Screen'
import { AsOf, Message, Missing, Pending } from '../../ui/States'
import { Title } from '../../ui/Title'
import { Board } from './Board'
import { OwnMap } from './OwnMap'
import { Share } from './Share'
import { mineOf } from './logic'

export default function Week({ monday }: { monday: string }) {
  const t = results()
  const resource = answers.weekOf(monday)
  const state = resource.state.value
  useEffect(() => void resource.refresh(), [resource])
  if (state.error?.status === 422) return <Missing />
  const board = state.data
  if (!board) return <Pending tab="team" page={t.title} state={state} retry={() => void resource.refresh()} />
  const { week } = board.period
  const mine = mineOf(board)
  const header = (
    <header class="top in roomy">
      <a class="icon" href="/lag/uker" aria-label={t.toWeeks}><Icon name="v" /></a>
      <div class="grow">
        <p class="sm dim">{current.value?.organisation.name} · {shell().week(week.week)}, {when().range(week.starts_on, week.ends_on)}</p>
        <Title page={shell().week(week.week)}>{mine ? shell().placed(mine.name, mine.rank) : shell().week(week.week)}</Title>
      </div>
    </header>
  )
  return (
    <Screen tab="team" header={header}>
      <AsOf state={state} />
      {board.rows.length === 0 ? <Message icon="lag" title={standings().empty} why={standings().emptyWhy} /> : (
        <>
          <OwnMap rows={board.rows} />
          <Board board={board} />
          <Share board={board} title={`${current.value?.organisation.name}, ${shell().week(week.week).toLowerCase()}`} />
        </>
      )}
    </Screen>
  )
}
