/** Lag: the departments as a table with bars, how it is worked out, and the people around the viewer. */
import { useEffect } from 'preact/hooks'
import * as answers from '../../answers'
import type { DepartmentBoard } from '../../api/types'
import { current, gameLayer } from '../../session'
import { results } from '../../text/results'
import { shell } from '../../text/shell'
import { standings } from '../../text/standings'
import { when } from '../../text/when'
import { Icon } from '../../ui/Icon'
import { Screen } from '../../ui/Screen'
import { AsOf, Message, Pending, Plain } from '../../ui/States'
import { Title } from '../../ui/Title'
import { useLive } from '../../ui/live'
import { Board } from './Board'
import { Cheers } from './Cheers'
import { Competitions } from './Competitions'
import { Goals } from './Goals'
import { Help } from './Help'
import { firstAs, mineOf } from './logic'
import { OwnMap } from './OwnMap'
import { People } from './People'
import { ToLeague } from './ToLeague'

export default function Standings() {
  const t = standings()
  const state = answers.departments.state.value
  const shown = gameLayer.value
  useEffect(() => {
    if (!shown) return
    void answers.departments.refresh()
    void answers.people.refresh()
    void answers.competitions.refresh()
    void answers.goals.refresh()
    void answers.cheers.refresh()
  }, [shown])
  if (!shown)
    return (
      <Plain tab={null} page={shell().team}>
        <Message icon="lag" title={t.off} why={t.offWhy}><a class="btn s" href="/meg">{t.toSettings}</a></Message>
      </Plain>
    )
  if (!state.data) return <Pending tab="team" page={shell().team} state={state} retry={() => void answers.departments.refresh()} />
  const board = state.data
  return (
    <Screen tab="team" wide="columns" header={<Head board={board} />}>
      <div class="stack">
        <AsOf state={state} />
        <Live />
        {board.rows.length === 0 ? <Message icon="lag" title={t.empty} why={t.emptyWhy} /> : <><OwnMap rows={board.rows} /><Board board={board} /></>}
        <a class="textlink" href="/lag/uker">{results().title}<Icon name="h" small /></a>
      </div>
      <div class="stack">
        <Goals />
        <Competitions />
        <ToLeague />
        <People />
        <Help />
        <Cheers />
      </div>
    </Screen>
  )
}

function Live() {
  useLive(answers.departments)
  return null
}

function Head({ board }: { board: DepartmentBoard }) {
  const [mine, first] = [mineOf(board), firstAs(board)]
  const { week } = board.period
  const gap = board.gap ? shell().gapPast(board.gap.modules, board.gap.to_name) : first ? `${shell().leading[first]}.` : null
  return (
    <header class="head">
      <p class="sm dim">{current.value?.organisation.name} · {shell().week(week.week)}, {when().range(week.starts_on, week.ends_on)}</p>
      <Title page={shell().team}>{mine && first !== 'level' ? shell().placed(mine.name, mine.rank) : mine?.name ?? standings().title}</Title>
      {gap && <p class="dim">{gap}</p>}
    </header>
  )
}
