/** Spørsmål: what waits for my answer, and what I have asked myself. */
import { useEffect } from 'preact/hooks'
import * as answers from '../../answers'
import * as written from '../../offline/written'
import { gameLayer } from '../../session'
import { help } from '../../text/help'
import { Icon } from '../../ui/Icon'
import { AsOf, Message, Skeleton } from '../../ui/States'
import { shell } from '../../text/shell'
import { mine, toMe } from './asked'
import { Frame } from './Frame'
import { List, Done } from './List'
import { notSent } from './logic'
import { NotSent } from './NotSent'

export default function Questions() {
  const t = help()
  const now = answers.help.state.value.data
  const landed = written.landed.value?.id
  useEffect(() => {
    void answers.help.refresh()
    void mine.refresh()
    void toMe.refresh()
  }, [landed])
  const back = gameLayer.value ? '/lag' : '/meg'
  const dock = now?.place && <a class="btn" href="/sporsmal/ny"><Icon name="spor" />{t.ask}</a>
  return (
    <Frame title={t.title} back={back} backLabel={gameLayer.value ? t.toTeam : t.toMeg} dock={dock}>
      <AsOf state={mine.state.value} />
      {now?.helps && <ToMe />}
      <Mine named={Boolean(now?.helps)} />
      {now && !now.place && !now.helps && <Message icon="spor" title={t.stuck} why={t.nobody} />}
    </Frame>
  )
}

function ToMe() {
  const t = help()
  const first = toMe.state.value.data
  return (
    <section class="stack" aria-labelledby="help-to-me">
      <h2 id="help-to-me">{t.toMe}</h2>
      {first ? <List first={first} path="/help/to-me" none={t.noneWaits} label={t.toMe} /> : <Nothing kind={toMe.state.value.error?.kind} />}
      <Done />
    </section>
  )
}

function Mine({ named }: { named: boolean }) {
  const t = help()
  const first = mine.state.value.data
  const waiting = notSent(written.unsent.value, first?.items ?? [])
  return (
    <section class="stack" aria-labelledby="help-mine">
      <h2 id="help-mine" class={named ? undefined : 'sr'}>{t.mine}</h2>
      {waiting.length > 0 && <ul class="list">{waiting.map((one) => <NotSent key={one.id} one={one} />)}</ul>}
      {first
        ? (first.items.length > 0 || waiting.length === 0) && <List first={first} path="/help/mine" none={t.mineNone} label={t.mine} />
        : <Nothing kind={mine.state.value.error?.kind} />}
    </section>
  )
}

/** Being fetched, or not to be had. */
function Nothing({ kind }: { kind: 'network' | 'problem' | undefined }) {
  const t = shell()
  if (kind === undefined) return <Skeleton />
  return <p class="note sm" role="status"><Icon name="utenett" small />{kind === 'network' ? t.offlineEmptyWhy : t.failedWhy}</p>
}
