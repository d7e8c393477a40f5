/** Who was asked to look a draft over, and what they found; and asking somebody. */
import { useState } from 'preact/hooks'
import { request } from '../../../api/client'
import type { DraftReview, DraftReviews } from '../../../api/types'
import { working } from '../../../text/working'
import { when } from '../../../text/when'
import { Icon } from '../../../ui/Icon'
import { Absent, Pages, useAnswer } from '../asking'
import './talk.css'

export function Reviews({ module }: { module: string }) {
  const t = working()
  const [number, setNumber] = useState(1)
  const address = `/studio/modules/${encodeURIComponent(module)}/reviews`
  const asked = useAnswer<DraftReviews>(`${address}?page=${number}`)
  const found = asked.data
  return (
    <section class="stack" aria-labelledby="reviews">
      <h2 id="reviews">{t.reviews}</h2>
      {!found || asked.error ? <Absent asked={asked} /> : (
        <>
          {found.items.length === 0 ? <p class="sm dim">{t.noReviews}</p> : <ul class="list">{found.items.map((one) => <Line key={one.id} one={one} />)}</ul>}
          <Pages page={found} label={t.reviews} turnTo={setNumber} />
          {found.askable.length > 0 && <Ask address={address} askable={found.askable} onAsked={asked.again} />}
        </>
      )}
    </section>
  )
}

function Line({ one }: { one: DraftReview }) {
  const t = working()
  return (
    <li class="pad stack">
      <p class="talk-line">
        <strong>{one.reviewer}</strong> <Verdict one={one} />
        {one.changed_since && <span class="chip">{t.changedSince}</span>}
      </p>
      <p class="xs dim tight">{t.askedBy(one.asked_by, when().moment(one.asked_at, new Date()))}</p>
      {one.text && <p class="talk-words">{one.text}</p>}
    </li>
  )
}

function Verdict({ one: { verdict } }: { one: DraftReview }) {
  const t = working()
  if (verdict === 'approved') return <span class="chip g"><Icon name="ok" />{t.approved}</span>
  if (verdict === 'changes') return <span class="chip w"><Icon name="info" />{t.changes}</span>
  return <span class="chip b"><Icon name="klokke" />{t.waits}</span>
}

type AskProps = { address: string; askable: DraftReviews['askable']; onAsked: () => void }

function Ask({ address, askable, onAsked }: AskProps) {
  const t = working()
  const [id, setId] = useState(() => crypto.randomUUID())
  const [reviewer, setReviewer] = useState('')
  const [state, setState] = useState<'ready' | 'lacking' | 'failed'>('ready')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (reviewer === '') {
      setState('lacking')
      ;(event.currentTarget as HTMLFormElement).querySelector('select')?.focus()
      return
    }
    request(`${address}/${id}`, { method: 'PUT', body: { reviewer } }).then(
      () => {
        setId(crypto.randomUUID())
        setReviewer('')
        setState('ready')
        onAsked()
      },
      () => setState('failed'),
    )
  }
  return (
    <form class="card stack" onSubmit={submit} noValidate>
      <label class="field">
        <span>{t.askWhom}</span>
        <select class="inp" value={reviewer} aria-describedby="ask-why" onChange={(event) => setReviewer(event.currentTarget.value)}>
          <option value="">{t.choose}</option>
          {askable.map(({ id: person, name }) => <option key={person} value={person}>{name}</option>)}
        </select>
        <small id="ask-why" class="dim">{t.reviewsWhy}</small>
      </label>
      <p class="wrong tight talk-told" role="status">{state === 'lacking' ? t.askFirst : state === 'failed' ? t.failed : ''}</p>
      <button type="submit" class="btn s">{t.ask}</button>
    </form>
  )
}
