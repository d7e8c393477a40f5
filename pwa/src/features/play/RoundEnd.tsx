/** The end of a round: what was recalled, when each comes back in words, what it earned, and another round if there is one. */
import { useEffect } from 'preact/hooks'
import type { ModuleDocument } from '../../rules/cards'
import { recalled as entriesOf } from '../../rules/points'
import { Icon } from '../../ui/Icon'
import { RoundPoints } from './Earned'
import { CONTOURS } from './End'
import { punch } from './haptics'
import { Heading } from './Heading'
import { stillOffered } from './ports'
import { type Outcome, earning, outcomes } from './round'
import type { Rounds } from './rounds'
import type { Session } from './session'
import { roundWords, words } from './words'
import './end.css'

type Props = { document: ModuleDocument; session: Session; rounds: Rounds; onClose: () => void; onAgain: () => void }

export function RoundEnd({ document, session, rounds, onClose, onAgain }: Props) {
  const t = roundWords()
  const found = outcomes(session, document, rounds.items)
  const known = found.filter(({ recalled }) => recalled).length
  const zone = rounds.review?.time_zone ?? 'Europe/Oslo'
  const entries = entriesOf(earning(found, zone, new Date(session.finishedAt ?? session.startedAt)))
  const left = stillOffered.value
  useEffect(() => punch([20, 60, 40]), [])
  return (
    <>
      <header class="hero play-hero play-round">
        <svg class="land" viewBox="0 0 360 250" preserveAspectRatio="xMidYMid slice" aria-hidden="true"><path d={CONTOURS} /></svg>
        <div class="top in">
          <button type="button" class="icon" aria-label={words().closeDone} onClick={onClose}><Icon name="x" /></button>
        </div>
        <div class="wrap">
          <Heading id="play-end" class="">{t.recalled(known, found.length)}</Heading>
          <p class="sm play-under">{known === found.length ? t.allRecalled : t.someMissed}</p>
        </div>
      </header>
      <main class="play-main">
        <div class="sheet stack play-content">
          <h2>{t.comesBack}</h2>
          <ul class="stack">{found.map((one) => <Line key={one.card.id} outcome={one} />)}</ul>
          <RoundPoints letter={session.id} estimate={entries} quick={found.some(({ quick }) => quick)} />
        </div>
        <div class="play-dock">
          {left > 0 && <button type="button" class="btn p" onClick={onAgain}>{t.again(left)}</button>}
          <button type="button" class={left > 0 ? 'btn t' : 'btn'} onClick={onClose}>{words().doneForNow}</button>
        </div>
      </main>
    </>
  )
}

function Line({ outcome: { item, card, recalled, quick, days } }: { outcome: Outcome }) {
  const t = roundWords()
  const sure = recalled && !quick
  return (
    <li class="play-taken">
      <Icon name={sure ? 'ok' : 'runde'} />
      <span>
        <strong class="sm">{sure ? t.known : t.practise}</strong> <span class="sm dim">{t.back(days)}</span>
        <span class="two">{card.prompt} <span class="sm dim">· {item.title}</span></span>
      </span>
    </li>
  )
}
