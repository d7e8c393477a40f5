/** What players say of a post: how many found it useful, and comments without names, to be read and answered. */
import { useState } from 'preact/hooks'
import type { Comments as Found } from '../../../api/types'
import { said } from '../../../text/said'
import { statistics } from '../../../text/statistics'
import { Absent, Pages, useAnswer } from '../asking'
import { CommentCard } from './CommentCard'

const STATES = ['all', 'new', 'read', 'done'] as const

export function Comments({ module, least }: { module: string; least: number }) {
  const t = statistics()
  const [number, setNumber] = useState(1)
  const [state, setState] = useState<(typeof STATES)[number]>('all')
  const asked = useAnswer<Found>(`/studio/modules/${encodeURIComponent(module)}/feedback?page=${number}${state === 'all' ? '' : `&state=${state}`}`)
  const found = asked.data
  return (
    <section class="stack" aria-labelledby="says">
      <h2 id="says">{t.says}</h2>
      {!found || asked.error ? <Absent asked={asked} /> : (
        <>
          <Ratings found={found} least={least} />
          <div class="sel" role="group" aria-labelledby="says">
            {STATES.map((one) => (
              <label key={one}>
                <input
                  type="radio" name="comments" checked={state === one}
                  onChange={() => {
                    setState(one)
                    setNumber(1)
                  }}
                />
                <span>{t.states[one]}{one !== 'all' && ` ${found.counts[one]}`}</span>
              </label>
            ))}
          </div>
          <p class="xs dim">{t.noNames}</p>
          {found.items.length === 0 ? <p class="card sm dim">{t.noComments}</p>
            : <ul class="stack">{found.items.map((one) => <CommentCard key={one.id} comment={one} changed={asked.again} />)}</ul>}
          <Pages page={found} label={t.says} turnTo={setNumber} />
        </>
      )}
    </section>
  )
}

function Ratings({ found: { ratings }, least }: { found: Found; least: number }) {
  const t = statistics()
  if (!ratings) return <p class="sm dim">{t.ratingsFew(least)}</p>
  return (
    <div class="card stack">
      <p><strong>{t.useful(ratings.useful, ratings.of)}</strong></p>
      {ratings.reasons.length > 0 && (
        <ul class="stat-reasons sm">
          {ratings.reasons.map(({ reason, count }) => <li key={reason}><span>{said().reasons[reason]}</span> <strong>{count}</strong></li>)}
        </ul>
      )}
    </div>
  )
}
