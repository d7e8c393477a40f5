/** One competition: where one's team stands, when it is decided, and how each figure came to be. */
import * as answers from '../../answers'
import type { Competition, DepartmentBoard } from '../../api/types'
import { navigate } from '../../router'
import { current, makes } from '../../session'
import { competitions } from '../../text/competitions'
import { meets } from '../../text/meets'
import { results } from '../../text/results'
import { shell } from '../../text/shell'
import { when } from '../../text/when'
import { Icon } from '../../ui/Icon'
import { Screen } from '../../ui/Screen'
import { AsOf, Message, Pending, Plain } from '../../ui/States'
import { Title } from '../../ui/Title'
import { useLive } from '../../ui/live'
import { Board } from './Board'
import { CalledOff } from './CalledOff'
import { Invite } from './Invite'
import { OwnMap } from './OwnMap'
import { Picking } from './Picking'
import { Reveal } from './Reveal'
import { Share } from './Share'
import { Summary } from './Summary'
import { lasting } from './lasting'
import { firstAs, listed, mineOf } from './logic'

export default function Race({ id }: { id: string }) {
  const t = competitions()
  const resource = answers.raceOf(id)
  const state = resource.state.value
  useLive(resource)
  if (state.error?.status === 404) return <Gone />
  const board = state.data
  if (!board?.competition) return <Pending tab="team" page={shell().team} state={state} retry={() => void resource.refresh()} />
  const { joining } = board.competition
  const picking = joining && <Picking competition={board.competition} joining={joining} onDone={() => resource.refresh()} />
  return (
    <Screen tab="team" wide="columns" header={<Head board={board} competition={board.competition} />}>
      <div class="stack">
        <AsOf state={state} />
        {!joining?.mine && picking}
        {board.rows.length === 0 ? <Message icon="lag" title={joining ? t.picking.filling : t.notStarted} why={joining ? t.picking.fillingWhy : t.notStartedWhy} /> : <><OwnMap rows={board.rows} /><Board board={board} /></>}
        {board.competition.state === 'closed' && <Share board={board} title={board.competition.name} />}
      </div>
      <div class="stack">
        <About competition={board.competition} />
        {joining?.mine && picking}
        {board.competition.may_reveal && <Reveal id={board.competition.id} onDone={() => resource.refresh()} />}
        {board.competition.state === 'closed' && <Summary board={board} />}
        {makes.value && board.competition.may_cancel && !joining && <Invite competition={board.competition} onLeft={() => resource.refresh()} />}
        {board.competition.may_cancel && <CalledOff path={`/competitions/${board.competition.id}/cancel`} words={{ ask: t.cancel, sure: t.cancelSure, yes: t.cancelYes, no: t.cancelNo, offline: t.offline, failed: t.failed }} onDone={leave} />}
      </div>
    </Screen>
  )
}

async function leave() {
  await answers.competitions.refresh()
  navigate('/lag', { replace: true })
}

function Gone() {
  const t = competitions()
  return (
    <Plain tab="team" page={shell().team}>
      <Message icon="lag" title={t.gone} why={t.goneWhy}><a class="btn s" href="/lag">{t.toBoard}</a></Message>
    </Plain>
  )
}

function Head({ board, competition }: { board: DepartmentBoard; competition: Competition }) {
  const [t, mine] = [competitions(), mineOf(board)]
  const [{ gap }, first] = [board, firstAs(board)]
  const runs = competition.state === 'running'
  const below = gap ? t.gap[gap.unit](gap.modules, gap.to_name) : first && runs ? `${shell().leading[first]}.` : null
  return (
    <header class="top in roomy">
      <a class="icon" href="/lag" aria-label={t.toBoard}><Icon name="v" /></a>
      <div class="grow">
        <p class="sm dim">{current.value?.organisation.name} · {competition.name}</p>
        <Title page={competition.name}>{mine && !(first === 'level' && runs) ? shell().placed(mine.name, mine.rank) : competition.name}</Title>
        {below && <p class="dim">{below}</p>}
      </div>
    </header>
  )
}

function About({ competition }: { competition: Competition }) {
  const t = competitions()
  const { state, rule, paths, prize, sides } = competition
  return (
    <section class="card stack">
      <p class="rowx"><span class={state === 'running' ? 'chip g' : 'chip'}>{t.states[state]}</span><span>{lasting(competition)}</span></p>
      {state !== 'cancelled' && <p class="sm dim">{told(competition)}</p>}
      <dl class="stack sm">
        {sides.length > 0 && <div><dt class="sr">{t.who}</dt><dd><strong>{meets().against(listed(sides, meets().and))}</strong></dd></div>}
        <div><dt class="dim">{t.counts}</dt><dd><strong>{t.rules[rule].name}</strong>. {paths === null ? t.allPaths : paths.map(({ title }) => title).join(', ')}</dd></div>
        {prize && <div><dt class="dim">{t.prize}</dt><dd><strong>{prize}</strong></dd></div>}
      </dl>
    </section>
  )
}

/** What happens next, and when. */
function told({ state, revealed, starts_at, ends_at, closes_at }: Competition): string {
  const { told } = competitions()
  const moment = (at: string) => when().moment(at, new Date())
  if (state === 'planned') return told.planned(moment(starts_at))
  if (state === 'running') return told.running(moment(new Date(Date.parse(ends_at) - 60_000).toISOString()))
  if (state === 'frozen') return told.frozen(moment(closes_at))
  if (state === 'ended' && revealed) return results().provisional
  return state === 'ended' ? told.ended(moment(closes_at)) : told.closed
}
