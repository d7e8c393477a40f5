/** A draft to be read by who was asked to look it over: every card with what is right, talk beside it, and a verdict. */
import { useState } from 'preact/hooks'
import { request } from '../../../api/client'
import type { DraftReview, DraftReviews, ReadDraft } from '../../../api/types'
import { statistics } from '../../../text/statistics'
import { working } from '../../../text/working'
import { Icon } from '../../../ui/Icon'
import { Screen } from '../../../ui/Screen'
import { Title } from '../../../ui/Title'
import { Absent, useAnswer } from '../asking'
import { LONGEST } from './Say'
import { Talk } from './Talk'
import './talk.css'

export default function Reading({ module }: { module: string }) {
  const t = working()
  const address = `/studio/modules/${encodeURIComponent(module)}`
  const asked = useAnswer<ReadDraft>(`${address}/reading`)
  const reviews = useAnswer<DraftReviews>(`${address}/reviews`)
  const draft = asked.data
  const mine = reviews.data?.items.find((one) => one.mine)
  const title = draft ? t.title(draft.title) : t.page
  const header = (
    <header class="top in">
      <a class="icon" href="/innboks" aria-label={t.cancel}><Icon name="v" /></a>
      <div class="grow"><Title page={title}>{title}</Title></div>
    </header>
  )
  return (
    <Screen tab={null} header={header}>
      {!draft || asked.error ? <Absent asked={asked} /> : (
        <>
          {mine && <div class="note sm"><Icon name="info" small /><div class="grow"><p><strong>{t.mine}</strong></p><p>{t.mineWhy}</p></div></div>}
          {draft.cards.map((card) => <Card key={card.id} module={module} card={card} />)}
          <List title={t.takeaways} items={draft.takeaways} />
          <List title={t.sources} items={draft.sources} />
          <h2>{t.whole}</h2>
          <Talk module={module} card={null} />
          {mine && <Verdict address={address} mine={mine} onTold={reviews.again} />}
        </>
      )}
    </Screen>
  )
}

function List({ title, items }: { title: string; items: readonly string[] }) {
  if (items.length === 0) return null
  return <section class="stack"><h2>{title}</h2><ul class="talk-list sm">{items.map((one) => <li key={one}>{one}</li>)}</ul></section>
}

function Card({ module, card }: { module: string; card: ReadDraft['cards'][number] }) {
  const t = working()
  return (
    <section class="stack" aria-labelledby={`read-${card.id}`} data-card={card.id}>
      <h2 id={`read-${card.id}`}>{t.card(card.number)} <span class="sm dim light">{statistics().types[card.type] ?? ''}</span></h2>
      {card.faces.map((face, at) => (
        <div key={at} class="card stack">
          {card.faces.length > 1 && <p class="xs dim">{t.variant(at + 1)}</p>}
          {face.body && <p class="talk-words sm">{face.body}</p>}
          {face.prompt && <p><strong>{face.prompt}</strong></p>}
          <ul class="stack">
            {face.lines.map((line, number) => (
              <li key={number} class="talk-answer">
                {line.right !== null && <Icon name={line.right ? 'ok' : 'x'} small />}
                <span class="grow">{line.right !== null && <span class="sr">{line.right ? t.right : t.wrong}: </span>}{line.text}{line.explanation && <span class="two sm dim">{line.explanation}</span>}</span>
              </li>
            ))}
          </ul>
          {face.explanation && <p class="sm dim">{face.explanation}</p>}
        </div>
      ))}
      <Talk module={module} card={card.id} />
    </section>
  )
}

type VerdictProps = { address: string; mine: DraftReview; onTold: () => void }

function Verdict({ address, mine, onTold }: VerdictProps) {
  const t = working()
  const [text, setText] = useState(mine.text)
  const [state, setState] = useState<'ready' | 'told' | 'failed'>('ready')
  const tell = (verdict: 'approved' | 'changes') => {
    request(`${address}/reviews/${mine.id}/verdict`, { method: 'POST', body: { verdict, text } }).then(
      () => {
        setState('told')
        onTold()
      },
      () => setState('failed'),
    )
  }
  return (
    <section class="card stack" aria-labelledby="verdict">
      <h2 id="verdict">{t.reviews}</h2>
      <label class="field">
        <span>{t.yourWord}</span>
        <textarea class="inp talk-field" rows={2} maxLength={LONGEST} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <p class={state === 'failed' ? 'wrong tight' : 'sm tight'} role="status">{state === 'told' ? t.told : state === 'failed' ? t.failed : ''}</p>
      <button type="button" class="btn" aria-pressed={mine.verdict === 'approved'} onClick={() => tell('approved')}><Icon name="ok" />{t.approve}</button>
      <button type="button" class="btn s" aria-pressed={mine.verdict === 'changes'} onClick={() => tell('changes')}>{t.askChanges}</button>
    </section>
  )
}
