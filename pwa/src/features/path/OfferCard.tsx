/** A path one may choose: what it is about, how much it is, when it opens, and one button. */
import { useState } from 'preact/hooks'
import * as answers from '../../answers'
import { asApiError, request } from '../../api/client'
import type { Offer, Started } from '../../api/types'
import { navigate, questAddress } from '../../router'
import { path } from '../../text/path'
import { shell } from '../../text/shell'
import { when } from '../../text/when'
import { Land } from '../../ui/Land'

type State = 'ready' | 'busy' | 'offline' | 'gone' | 'failed'

export function OfferCard({ offer }: { offer: Offer }) {
  const t = path()
  const [state, setState] = useState<State>('ready')

  async function start() {
    if (state === 'busy') return
    setState('busy')
    try {
      const { quest } = await request<Started>(`/explore/${offer.run}/start`, { method: 'POST' })
      await Promise.all([answers.today.refresh(), answers.paths.refresh()])
      navigate(quest ? questAddress(quest) : '/loype')
    } catch (caught) {
      const { kind, status } = asApiError(caught)
      setState(kind === 'network' ? 'offline' : status === 404 ? 'gone' : 'failed')
    }
  }

  const what = offer.begun ? t.goOn : t.startPath
  const trouble = state === 'ready' || state === 'busy' ? '' : t.startTrouble[state]
  return (
    <li class="list">
      <div class="row">
        <span class="tile"><Land terrain={offer.terrain} /></span>
        <div class="grow">
          <h2>{offer.path.title}</h2>
          <p class="sm dim">{t.stages(offer.stages)} · {shell().posts(offer.posts)} · {shell().minutes(offer.minutes)}</p>
        </div>
      </div>
      <div class="pad stack">
        {offer.story && <p>{offer.story}</p>}
        <p class="sm dim">{offer.begun ? t.begunBefore : offer.opens_at ? opens(offer.opens_at) : t.ownPace}</p>
        <button type="button" class="btn s" aria-label={`${what}: ${offer.path.title}`} aria-disabled={state === 'busy'} onClick={() => void start()}>
          {what}
        </button>
        <p class="wrong" role="status">{trouble}</p>
      </div>
    </li>
  )
}

function opens(at: string): string {
  return Date.parse(at) > Date.now() ? path().opensOn(when().day(at)) : path().startedOn(when().day(at))
}
