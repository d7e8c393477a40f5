/** Points as they were earned: the server's entries, or an estimate that says that it is one. */
import { type ModuleDocument, isExercise } from '../../rules/cards'
import { type Entry, estimate, sum } from '../../rules/points'
import { tooQuick } from '../../rules/reading'
import { BadgesEarned } from '../../ui/BadgesEarned'
import { CertificatesEarned } from '../../ui/CertificatesEarned'
import { Icon } from '../../ui/Icon'
import { gameLayer, reachable, storage, verdictOf } from './ports'
import { type Session, cardsOf, tries } from './session'
import { words } from './words'

type Props = { document: ModuleDocument; session: Session; replay: boolean }

export function Earned({ document, session, replay }: Props) {
  const text = words()
  const verdict = verdictOf(session.id).value
  const exercises = cardsOf(session, document).filter(isExercise)
  const made = tries(session, document)
  const first = exercises.filter(({ id }) => made.find(({ card }) => card === id)?.right).length
  const waiting = verdict === null
  const entries = waiting ? estimate(exercises, made) : (verdict.entries ?? [])
  const quick = exercises.some((card) => made.some((one) => one.card === card.id && tooQuick(card, one.seconds)))
  const again = replay && !verdict?.points
  const points = !again && gameLayer.value
  const adjusted = verdict?.notices.some(({ code }) => code === 'time_adjusted')
  if (verdict?.status === 'refused') return <p class="note sm"><Icon name="info" small />{text.refused}</p>
  return (
    <section class="stack" aria-live="polite">
      {again && <p class="sm dim">{text.replay}</p>}
      {!points && <p><strong>{text.firstTries(first, exercises.length)}</strong></p>}
      {points && <PointsTable entries={entries} total={waiting ? sum(entries) : verdict.points} />}
      {points && quick && <p class="sm dim">{text.tooQuick}</p>}
      {waiting && <Waiting points={points} />}
      {verdict && gameLayer.value && <BadgesEarned notices={verdict.notices} />}
      {verdict && <CertificatesEarned notices={verdict.notices} />}
      {adjusted && <p class="sm dim">{text.timeAdjusted}</p>}
    </section>
  )
}

type RoundProps = { letter: string; estimate: readonly Entry[]; quick: boolean }

/** The same for a round of reviews, where there is nothing to tell but the points. */
export function RoundPoints({ letter, estimate: likely, quick }: RoundProps) {
  const text = words()
  const verdict = verdictOf(letter).value
  if (verdict?.status === 'refused') return <p class="note sm"><Icon name="info" small />{text.refused}</p>
  const entries = verdict ? (verdict.entries ?? []) : likely
  return (
    <section class="stack" aria-live="polite">
      {gameLayer.value && <PointsTable entries={entries} total={sum(entries)} />}
      {gameLayer.value && quick && <p class="sm dim">{text.tooQuick}</p>}
      {verdict === null && <Waiting points={gameLayer.value} />}
      {verdict && gameLayer.value && <BadgesEarned notices={verdict.notices} />}
      {verdict && <CertificatesEarned notices={verdict.notices} />}
      {verdict?.notices.some(({ code }) => code === 'time_adjusted') && <p class="sm dim">{text.timeAdjusted}</p>}
    </section>
  )
}

/** Where the answers are until the server has counted them. */
function Waiting({ points }: { points: boolean }) {
  const text = words()
  if (storage.value !== 'ok') return <p class="note sm"><Icon name="info" small />{text.notSent}</p>
  if (reachable.value) return points ? <p class="sm dim">{text.counting}</p> : null
  return (
    <p class="note sm">
      <Icon name="utenett" small /><span><strong>{text.waiting}.</strong> {text.safeHere}{points && ` ${text.estimated}`}</span>
    </p>
  )
}

export function PointsTable({ entries, total }: { entries: readonly Entry[]; total: number }) {
  const text = words()
  if (total === 0) return <p class="sm dim">{text.noNewPoints}</p>
  return (
    <div class="card play-points">
      <table class="board sm">
        <caption class="sr">{text.points}</caption>
        <tbody>
          {entries.map(({ kind, count, points }) => (
            <tr key={kind}><th scope="row">{text.entry(kind, count)}</th><td>{points}</td></tr>
          ))}
          <tr class="du"><th scope="row">{text.total}</th><td>{total}</td></tr>
        </tbody>
      </table>
    </div>
  )
}
