/** Løype: every week of every path, done and coming, with dates and minutes. */
import { useEffect } from 'preact/hooks'
import * as answers from '../../answers'
import type { Path, Teaser } from '../../api/types'
import { waiting } from '../../offline/outbox'
import { path } from '../../text/path'
import { shell } from '../../text/shell'
import { Icon } from '../../ui/Icon'
import { Bar } from '../../ui/Progress'
import { Screen } from '../../ui/Screen'
import { AsOf, Message, Pending, Plain } from '../../ui/States'
import { Title } from '../../ui/Title'
import { LeavePath } from './LeavePath'
import { OfferedTests } from './OfferedTests'
import { Requirements } from './Requirements'
import { Stages } from './Stages'
import { Teasers } from './Teasers'
import { inOrder, withOwn } from './logic'

export default function Paths() {
  const state = answers.paths.state.value
  useEffect(() => void answers.paths.refresh(), [])
  if (!state.data) return <Pending tab="path" page={shell().path} state={state} retry={() => void answers.paths.refresh()} />
  const [first, ...rest] = inOrder(state.data.items.map((one) => withOwn(one, waiting.value)))
  const teasers = state.data.teasers ?? [] // an answer kept by an earlier version has none
  if (!first) return <Empty teasers={teasers} />
  return (
    <Screen tab="path" wide="columns" header={<header class="head"><Head path={first} main /></header>}>
      <div class="stack">
        <AsOf state={state} />
        <Requirements />
        <OfferedTests run={first.run} />
        <Stages path={first} heading="h2" />
        {first.may_leave && <LeavePath path={first} />}
      </div>
      <div class="stack">
        <Teasers teasers={teasers} />
        {rest.map((one) => (
          <section key={one.run} class="stack another">
            <Head path={one} /><OfferedTests run={one.run} /><Stages path={one} heading="h3" />{one.may_leave && <LeavePath path={one} />}
          </section>
        ))}
        <ToExplore />
      </div>
    </Screen>
  )
}

function Empty({ teasers }: { teasers: readonly Teaser[] }) {
  const t = path()
  return (
    <Plain tab="path" page={shell().path}>
      <Message icon="rute" title={t.empty} why={t.emptyWhy} />
      <Requirements />
      <Teasers teasers={teasers} />
      <ToExplore />
    </Plain>
  )
}

function ToExplore() {
  const t = path()
  return (
    <div class="list">
      <a class="row" href="/loype/utforsk">
        <span class="tile b"><Icon name="glob" /></span>
        <span class="grow"><strong>{t.explore}</strong><span class="two sm dim">{t.exploreShort}</span></span>
        <Icon name="h" small />
      </a>
    </div>
  )
}

function Head({ path: one, main = false }: { path: Path; main?: boolean }) {
  const t = path()
  const { done, total } = one.progress
  const finished = total > 0 && done >= total
  return (
    <>
      <p class="sm dim">{t.stages(one.quests.length)} · {one.mandatory ? t.mandatory : t.voluntary}</p>
      <div class="rowx">
        <div class="grow">{main ? <Title page={shell().path}>{one.title}</Title> : <h2 class="lead">{one.title}</h2>}</div>
        <span class="chip g">
          <Icon name={finished ? 'ok' : 'klokke'} />{finished ? t.finished : shell().minutesLeft(one.minutes_left)}
        </span>
      </div>
      <Bar share={total > 0 ? done / total : 0} />
      <p class="sm dim">{t.summary(shell().of(done, total), one.quests_done.done, one.quests_done.total)}</p>
    </>
  )
}
