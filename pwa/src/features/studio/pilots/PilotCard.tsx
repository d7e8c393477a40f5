/** One pilot: for whom, how far, what they answered, and how it ends. */
import { useState } from 'preact/hooks'
import { type ApiError, asApiError, request } from '../../../api/client'
import type { Pilot } from '../../../api/types'
import { paths } from '../../../text/paths'
import { said } from '../../../text/said'
import { statistics } from '../../../text/statistics'
import { studio } from '../../../text/studio'
import { when } from '../../../text/when'
import { Icon } from '../../../ui/Icon'
import { CommentCard } from '../statistics/CommentCard'
import '../statistics/statistics.css'
import { audienceOf } from '../words'

const LOOKS = { open: 'chip b', ended: 'chip', published: 'chip g' } as const
const ICONS = { open: 'spor', ended: 'x', published: 'ok' } as const

export function PilotCard({ pilot, changed }: { pilot: Pilot; changed: () => void }) {
  const t = paths()
  return (
    <article class="card stack" aria-labelledby={`p-${pilot.id}`}>
      <div class="rowx">
        <h2 id={`p-${pilot.id}`} class="grow">{pilot.title}</h2>
        <span class={LOOKS[pilot.state]}><Icon name={ICONS[pilot.state]} />{t.states[pilot.state]}</span>
      </div>
      <p class="sm dim tight">{audienceOf(pilot)} · {when().short(pilot.opened_at)} · {t.begun(pilot.begun, pilot.finished)}</p>
      {pilot.counted === 0 ? <p class="sm">{t.few(pilot.least)}</p> : <Answers pilot={pilot} />}
      {pilot.ratings && <Ratings ratings={pilot.ratings} />}
      {pilot.comments.length > 0 && <Comments pilot={pilot} changed={changed} />}
      {pilot.state === 'open' && <Ending pilot={pilot} changed={changed} />}
    </article>
  )
}

function Answers({ pilot: { counted, questions, exercises } }: { pilot: Pilot }) {
  const t = paths()
  return (
    <>
      <h3>{t.countedOf(counted)}</h3>
      {questions.map(({ prompt, asks, scale, texts }) => (
        <div key={prompt}>
          <h4>{prompt}</h4>
          {asks === 'text' ? <ul class="studio-faults">{texts.map((text, place) => <li key={place}>{text}</li>)}</ul> : (
            <table class="board sm">
              <caption class="sr">{prompt}</caption>
              <thead><tr><th scope="col">{t.step}</th>{scale.map((_, step) => <th key={step} scope="col">{step + 1}</th>)}</tr></thead>
              <tbody><tr><th scope="row">{t.people}</th>{scale.map((count, step) => <td key={step}>{count}</td>)}</tr></tbody>
            </table>
          )}
        </div>
      ))}
      <table class="board sm">
        <thead><tr><th scope="col">{t.exercise}</th><th scope="col">{t.firstRight}</th></tr></thead>
        <tbody>
          {exercises.map(({ card, prompt, first_right }) => (
            <tr key={card}><th scope="row">{prompt}</th><td>{first_right === null ? '–' : `${Math.round(100 * first_right)} %`}</td></tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function Ratings({ ratings: { useful, of, reasons } }: { ratings: NonNullable<Pilot['ratings']> }) {
  return (
    <div class="stack">
      <h3>{paths().ratings}</h3>
      <p class="tight"><strong>{statistics().useful(useful, of)}</strong></p>
      {reasons.length > 0 && (
        <ul class="stat-reasons sm">{reasons.map(({ reason, count }) => <li key={reason}><span>{said().reasons[reason]}</span> <strong>{count}</strong></li>)}</ul>
      )}
    </div>
  )
}

function Comments({ pilot, changed }: { pilot: Pilot; changed: () => void }) {
  const t = paths()
  return (
    <div class="stack">
      <h3>{t.comments}</h3>
      <p class="xs dim tight">{statistics().noNames}</p>
      <ul class="stack">{pilot.comments.map((one) => <CommentCard key={one.id} comment={one} changed={changed} />)}</ul>
      {pilot.more_comments > 0 && <a class="textlink" href={`/studio/post/${pilot.module}/statistikk`}>{t.moreComments(pilot.more_comments)}</a>}
    </div>
  )
}

function Ending({ pilot, changed }: { pilot: Pilot; changed: () => void }) {
  const t = paths()
  const [asking, setAsking] = useState<'publish' | 'end' | null>(null)
  const [state, setState] = useState<'ready' | 'busy' | ApiError>('ready')

  async function close(how: 'publish' | 'end') {
    if (state === 'busy') return
    setState('busy')
    try {
      await request(`/studio/pilots/${pilot.id}/${how}`, { method: 'POST' })
      changed()
    } catch (caught) {
      setState(asApiError(caught))
    }
  }

  if (!asking) {
    return (
      <div class="dialog-row">
        <button type="button" class="btn" onClick={() => setAsking('publish')}>{t.publish}</button>
        <button type="button" class="btn s" onClick={() => setAsking('end')}>{t.end}</button>
      </div>
    )
  }
  return (
    <div class="stack" role="alert">
      <p><strong>{asking === 'publish' ? t.publishSure : t.endSure}</strong></p>
      {state instanceof Error && <p class="wrong">{state.kind === 'network' ? studio().offlineWhy : t.refused[state.code] ?? studio().notDone}</p>}
      <div class="dialog-row">
        <button type="button" class="btn" aria-disabled={state === 'busy'} onClick={() => void close(asking)}>{asking === 'publish' ? t.publish : t.end}</button>
        <button type="button" class="btn t" onClick={() => setAsking(null)}>{t.no}</button>
      </div>
    </div>
  )
}
