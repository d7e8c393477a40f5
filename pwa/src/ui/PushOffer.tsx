/** Asks in our own words, once, after a post: whether to be told when the next stage opens. */
import { useEffect, useState } from 'preact/hooks'
import { type Asked, health, look, noteAsked, turnOn, wasAsked } from '../push'
import { worthAsking } from '../push/health'
import { push } from '../text/push'
import { HomeSteps } from './HomeSteps'
import { Icon } from './Icon'

type State = 'open' | 'waiting' | 'no' | Asked

export function PushOffer() {
  const t = push()
  const [offered, setOffered] = useState(false)
  const [state, setState] = useState<State>('open')
  useEffect(() => {
    void look().then((found) => setOffered(worthAsking(found, wasAsked())))
  }, [])
  if (!offered) return null
  const refuse = () => {
    noteAsked()
    setState('no')
  }
  const accept = () => {
    setState('waiting')
    void turnOn().then(setState)
  }
  if (state !== 'open' && state !== 'waiting') return <p class="note sm" role="status"><Icon name="varsel" small />{told(state)}</p>
  if (health.value === 'install') {
    return (
      <section class="card stack" aria-labelledby="push-offer">
        <h2 id="push-offer">{t.offerInstall}</h2>
        <p class="sm dim">{t.installWhy}</p>
        <HomeSteps />
        <button type="button" class="btn s" onClick={refuse}>{t.understood}</button>
      </section>
    )
  }
  return (
    <section class="card stack" aria-labelledby="push-offer">
      <div class="rowx"><span class="tile g"><Icon name="varsel" /></span><h2 id="push-offer" class="grow">{t.offer}</h2></div>
      <p class="sm dim">{t.offerWhy}</p>
      <button type="button" class="btn s" aria-disabled={state === 'waiting'} onClick={accept}>{state === 'waiting' ? t.asking : t.yes}</button>
      <button type="button" class="btn t" onClick={refuse}>{t.no}</button>
    </section>
  )
}

function told(state: 'no' | Asked): string {
  const t = push()
  return state === 'on' ? t.thanks : state === 'no' ? t.noted : t.outcomes[state]
}
