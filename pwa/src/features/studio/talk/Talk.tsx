/** What is said of a card of a draft, or of the whole where no card is given: threads, answered and settled. */
import { useState } from 'preact/hooks'
import { request } from '../../../api/client'
import type { Talk as Found, TalkThread } from '../../../api/types'
import { working } from '../../../text/working'
import { when } from '../../../text/when'
import { Icon } from '../../../ui/Icon'
import { Absent, Pages, useAnswer } from '../asking'
import { Say } from './Say'
import './talk.css'

type Props = { module: string; card: string | null }

export function Talk({ module, card }: Props) {
  const t = working()
  const [number, setNumber] = useState(1)
  const [settled, setSettled] = useState(false)
  const address = `/studio/modules/${encodeURIComponent(module)}/comments`
  const asked = useAnswer<Found>(`${address}?page=${number}${card === null ? '' : `&card=${encodeURIComponent(card)}`}`)
  const found = asked.data
  const threads = (found?.items ?? []).filter((one) => one.card === card)
  const open = threads.filter(({ resolved }) => !resolved)
  const done = threads.filter(({ resolved }) => resolved)
  return (
    <section class="stack talk-panel" aria-label={card === null ? `${t.talk}: ${t.whole}` : t.talk}>
      {!found || asked.error ? <Absent asked={asked} /> : (
        <>
          {threads.length === 0 && <p class="sm dim">{t.none}</p>}
          <ul class="stack">{open.map((one) => <Thread key={one.id} address={address} thread={one} changed={asked.again} />)}</ul>
          {done.length > 0 && (
            <details open={settled} onToggle={(event) => setSettled(event.currentTarget.open)}>
              <summary>{t.settled} ({done.length})<Icon name="ned" small turns /></summary>
              <ul class="stack">{done.map((one) => <Thread key={one.id} address={address} thread={one} changed={asked.again} />)}</ul>
            </details>
          )}
          <Say address={address} card={card} thread={null} label={card === null ? t.labelWhole : t.label} onSent={asked.again} />
          <Pages page={found} label={t.talk} turnTo={setNumber} />
        </>
      )}
    </section>
  )
}

type ThreadProps = { address: string; thread: TalkThread; changed: () => void }

function Thread({ address, thread, changed }: ThreadProps) {
  const t = working()
  const [answering, setAnswering] = useState(false)
  const [failed, setFailed] = useState(false)
  const settle = () => {
    setFailed(false)
    request(`${address}/${thread.id}/resolved`, { method: 'PUT', body: { resolved: !thread.resolved } }).then(changed, () => setFailed(true))
  }
  return (
    <li class="card stack" data-thread={thread.id}>
      {thread.words.map((one) => (
        <div key={one.id}>
          <p class="xs dim"><strong>{one.mine ? t.you : one.author}</strong> · {when().moment(one.at, new Date())}</p>
          <p class="talk-words">{one.text}</p>
        </div>
      ))}
      {failed && <p class="wrong" role="alert">{t.failed}</p>}
      {answering ? (
        <Say
          address={address} card={thread.card} thread={thread.id} label={t.replyLabel} onCancel={() => setAnswering(false)}
          onSent={() => {
            setAnswering(false)
            changed()
          }}
        />
      ) : (
        <div class="rowx talk-acts">
          <button type="button" class="btn s slim" onClick={() => setAnswering(true)}>{t.reply}</button>
          <button type="button" class="btn t slim" onClick={settle}>{thread.resolved ? t.reopen : t.settle}</button>
        </div>
      )}
    </li>
  )
}
