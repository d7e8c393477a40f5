/** Every version of a post: when and by whom, what it changed, and what can be done about it. */
import { useState } from 'preact/hooks'
import { modules } from '../../text/modules'
import { paths } from '../../text/paths'
import { when } from '../../text/when'
import { Dialog } from '../../ui/Dialog'
import { Icon } from '../../ui/Icon'
import { Message } from '../../ui/States'
import type { Page } from '../../api/types'
import { Absent, Pages, useAnswer } from './asking'
import { type Doing, act, addressOf } from './editor/server'
import type { Opened, Version } from './editor/shapes'
import { Differences } from './Differences'
import { Frame } from './Frame'

type Asks = { doing: Doing; version: Version }

export default function Versions({ id }: { id: string }) {
  const t = modules()
  const about = useAnswer<Opened>(addressOf(id))
  const [number, setNumber] = useState(1)
  const asked = useAnswer<Page<Version>>(`${addressOf(id)}/versions?page=${number}`)
  const [asks, setAsks] = useState<Asks | null>(null)
  const [done, setDone] = useState<Doing | null>(null)
  const title = about.data ? Object.values((about.data.document.title ?? {}) as Record<string, string>)[0] : undefined
  const items = asked.data?.items
  const last = asked.data ? asked.data.page >= asked.data.pages : true
  const changed = (doing: Doing) => {
    setAsks(null)
    setDone(doing)
    asked.again()
    about.again()
  }
  return (
    <Frame on="modules" title={t.versions} below={title} back={{ to: `/studio/post/${id}`, label: t.toEditor }} action={<a class="btn s slim" href={`/studio/utproving/${id}`}>{paths().pilots}</a>}>
      <div role="status">{done && <p class="note g"><Icon name="ok" />{t.done[done]}</p>}</div>
      {about.data?.state === 'retired' && (
        <div class="note w"><Icon name="las" /><div class="grow stack"><p>{t.isRetired}</p>{items?.[0] && <button type="button" class="btn s slim" onClick={() => setAsks({ doing: 'return', version: items[0] as Version })}>{t.giveBack}</button>}</div></div>
      )}
      {!items || asked.error ? <Absent asked={asked} />
        : items.length === 0 ? <Message icon="flag" title={t.notPublished} why={t.notPublishedWhy}><a class="btn s" href={`/studio/post/${id}`}>{t.toEditor}</a></Message>
        : (
          <ol class="stack">
            {items.map((version, place) => (
              <One key={version.version} version={version} first={last && place === items.length - 1} alone={asked.data?.total === 1} retired={about.data?.state === 'retired'} onAsk={(doing) => setAsks({ doing, version })} />
            ))}
          </ol>
        )}
      {asked.data && <Pages page={asked.data} label={t.versions} turnTo={setNumber} />}
      {asks && <Sure id={id} asks={asks} onDone={changed} onClose={() => setAsks(null)} />}
    </Frame>
  )
}

type OneProps = { version: Version; first: boolean; alone: boolean; retired: boolean; onAsk: (doing: Doing) => void }

function One({ version, first, alone, retired, onAsk }: OneProps) {
  const t = modules()
  const { number, published_at, by, in_force, withdrawn, same_structure, differences } = version
  return (
    <li class={in_force ? 'card stack in-force' : 'card stack'}>
      <div class="rowx editor-form-head">
        <h2 class="grow">{t.version(number)}</h2>
        {in_force && <span class="chip g"><Icon name="ok" />{t.inForce}</span>}
        {withdrawn && <span class="chip w"><Icon name="igjen" />{t.withdrawn}</span>}
      </div>
      <p class="sm dim">{t.publishedBy(when().moment(published_at, new Date()), by)}</p>
      {!first && <p class="sm">{same_structure ? t.sameStructure : t.newStructure}</p>}
      {!first && <Differences differences={differences} />}
      <div class="editor-chips">
        {!in_force && <button type="button" class="btn s slim" onClick={() => onAsk('restore')}>{t.restore}</button>}
        {in_force && !alone && <button type="button" class="btn s slim" onClick={() => onAsk('take-back')}>{t.takeBack}</button>}
        {in_force && !retired && <button type="button" class="btn t slim" onClick={() => onAsk('retire')}>{t.retire}</button>}
      </div>
    </li>
  )
}

type SureProps = { id: string; asks: Asks; onDone: (doing: Doing) => void; onClose: () => void }

function Sure({ id, asks: { doing, version }, onDone, onClose }: SureProps) {
  const t = modules()
  const [state, setState] = useState<'asks' | 'busy' | 'failed'>('asks')
  const [title, why] = {
    restore: [t.restore, t.restoreSure(version.number)], retire: [t.retire, t.retireSure], 'take-back': [t.takeBack, t.takeBackSure], return: [t.giveBack, t.giveBackSure],
  }[doing] as [string, string]

  async function go() {
    setState('busy')
    try {
      await act(id, doing, version.version)
      onDone(doing)
    } catch {
      setState('failed')
    }
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <p>{why}</p>
      <div role="alert">{state === 'failed' && <p class="wrong">{t.notDone}</p>}</div>
      <div class="dialog-row">
        <button type="button" class="btn" aria-disabled={state === 'busy'} onClick={() => state !== 'busy' && void go()}>{t.yes}</button>
        <button type="button" class="btn s" onClick={onClose}>{t.no}</button>
      </div>
    </Dialog>
  )
}
