/** Asking a colleague: who will read it, what it is about, the words; then what became of it. */
import { useEffect, useState } from 'preact/hooks'
import * as answers from '../../answers'
import * as written from '../../offline/written'
import { type Where, playAddress, questAddress } from '../../router'
import { gameLayer } from '../../session'
import { help } from '../../text/help'
import { shell } from '../../text/shell'
import { Icon } from '../../ui/Icon'
import { Message, Skeleton } from '../../ui/States'
import { Compose } from './Compose'
import { About, Frame } from './Frame'
import { namesOf, placeOf } from './logic'
import { NotSent } from './NotSent'
import { usePost } from './post'

/** Where one came from: the card that was answered, the stage after a finished post, or Lag. */
function backOf(about: Where | null): { to: string; label: string } {
  const t = help()
  if (about === null) return gameLayer.value ? { to: '/lag', label: t.toTeam } : { to: '/meg', label: t.toMeg }
  if (about.card === null) return { to: questAddress(about.quest), label: t.toStage }
  return { to: playAddress(about.quest, about.activity), label: t.toPost }
}

export default function Ask({ about }: { about: Where | null }) {
  const t = help()
  const now = answers.help.state.value
  const post = usePost(about)
  const [sent, setSent] = useState<string | null>(null)
  useEffect(() => void answers.help.refresh(), [])
  const back = backOf(about)
  return (
    <Frame title={t.ask} back={back.to} backLabel={back.label}>
      {sent !== null ? <Sent id={sent} back={back} />
        : now.data === null || post === undefined ? now.error ? <Message icon="utenett" title={shell().offlineEmpty} why={shell().offlineEmptyWhy} /> : <Skeleton />
        : now.data.place === null ? <Message icon="spor" title={t.stuck} why={t.nobody} />
        : (
          <>
            {post && <About title={post.title} prompt={post.prompt} />}
            <div class="note sm"><Icon name="skjold" small /><div class="grow stack"><p>{t.named(t.and(namesOf(now.data.place.helpers, t.others)))}</p><p class="tight">{t.careful}</p></div></div>
            <Compose
              place={placeOf(about)} request={null} about={post} label={t.label} button={t.send} lacking={t.write} primary
              onSent={setSent}
            />
          </>
        )}
    </Frame>
  )
}

function Sent({ id, back }: { id: string; back: { to: string; label: string } }) {
  const t = help()
  const one = written.all.value.find((each) => each.id === id)
  const [moved, setMoved] = useState(false)
  // A word on its way for a moment is not yet one that waits for a network.
  useEffect(() => {
    const timer = setTimeout(() => setMoved(true), 1200)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div class="stack" role="status">
      {one?.state === 'refused' ? <ul class="list"><NotSent one={one} /></ul>
        : !one ? <Done title={t.sent} why={t.sentWhy} icon="ok" />
        : moved ? <Done title={t.stored} why={t.storedWhy} icon="sky" />
        : <p class="dim">{t.sending}</p>}
      <a class="btn" href={back.to}>{back.label}</a>
      <a class="btn t" href="/sporsmal">{t.seeAll}</a>
    </div>
  )
}

function Done({ title, why, icon }: { title: string; why: string; icon: 'ok' | 'sky' }) {
  return (
    <section class="card stack">
      <div class="rowx"><span class={icon === 'ok' ? 'tile g' : 'tile b'}><Icon name={icon} /></span><h2 class="grow">{title}</h2></div>
      <p class="dim">{why}</p>
    </section>
  )
}
