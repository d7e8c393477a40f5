/** After a post: was it of use, one tap; why, one more; and a comment for who likes to write one. Never in the way. */
import { useEffect, useState } from 'preact/hooks'
import { said as words } from '../../text/said'
import { Icon } from '../../ui/Icon'
import { ratings } from './ports'
import { Comment } from './Comment'
import { REASONS, type Said, because, saidOf, tapped } from './rating'
import './rate.css'

type Props = { version: string; language: string }

export function Rate({ version, language }: Props) {
  const t = words()
  const [given, setGiven] = useState(false)
  useEffect(() => void ratings.refresh(), [])
  const said = saidOf(version, ratings.waiting.value, ratings.known.value)
  const say = (next: Said) => {
    setGiven(true)
    void ratings.rate({ version, useful: next.useful, reason: next.reason, language }, next.text)
  }
  const one = (useful: boolean, label: string) => (
    <button
      type="button" class="btn s rate-one" aria-pressed={said?.useful === useful}
      onClick={() => said?.useful !== useful && say(tapped(said, useful))}
    >
      <Icon name={useful ? 'nytte' : 'unytte'} />{label}
    </button>
  )
  return (
    <section class="card stack rate" aria-labelledby="rate">
      <h2 id="rate">{t.question}</h2>
      <div class="rate-two" role="group" aria-labelledby="rate">{one(true, t.useful)}{one(false, t.notUseful)}</div>
      {said && (
        <>
          <p class="sm" id="rate-why">{said.useful ? t.whyUseful : t.whyNot}</p>
          <div class="rate-why" role="group" aria-labelledby="rate-why">
            {REASONS[said.useful ? 'useful' : 'not'].map((reason) => (
              <button key={reason} type="button" class="chip" aria-pressed={said.reason === reason} onClick={() => say(because(said, reason))}>
                {said.reason === reason && <Icon name="ok" />}{t.reasons[reason]}
              </button>
            ))}
          </div>
          <Comment version={version} text={said.text} onSend={(text) => say({ ...said, text })} />
        </>
      )}
      <p class="sm rate-told" role="status">{given && told(version)}</p>
    </section>
  )
}

function told(version: string): string {
  const t = words()
  const one = ratings.waiting.value.find(({ rating }) => rating?.version === version)
  if (!one) return t.thanks
  return one.state === 'refused' ? t.refused : t.waits
}
