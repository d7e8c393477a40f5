/** A round of reviews: what is about to be forgotten, one question at a time, with or without a network. */
import { useEffect, useMemo, useState } from 'preact/hooks'
import { type Card, isExercise } from '../../rules/cards'
import { Feedback } from './Feedback'
import { gather } from './kinds'
import { Player, type View } from './player'
import { ROUND, type ReviewItem, keyOf } from './ports'
import { Question } from './Question'
import { shown } from './round'
import { RoundEnd } from './RoundEnd'
import { Rounds } from './rounds'
import { shownAnswer } from './session'
import { hush } from './speech'
import { Loading, Stopped, Told } from './States'
import { Top } from './Top'
import { Why } from './Why'
import { roundWords, words } from './words'
import './play.css'

type Props = { onClose: () => void }

export default function Round({ onClose }: Props) {
  const [turn, setTurn] = useState(0)
  return <OneRound key={turn} onClose={onClose} onAgain={() => setTurn(turn + 1)} />
}

function OneRound({ onClose, onAgain }: Props & { onAgain: () => void }) {
  const rounds = useMemo(() => new Rounds(), [])
  const player = useMemo(() => new Player('', ROUND, rounds.visit), [rounds])
  useEffect(() => {
    const hide = () => player.hide(document.visibilityState === 'hidden')
    document.title = `${roundWords().title} · Løype`
    document.addEventListener('visibilitychange', hide)
    void player.open(gather)
    return () => {
      document.removeEventListener('visibilitychange', hide)
      player.hide(true)
      hush()
    }
  }, [player])
  return (
    <div class="app bare">
      <div class="play"><Shown player={player} rounds={rounds} view={player.view.value} onClose={onClose} onAgain={onAgain} /></div>
    </div>
  )
}

type ShownProps = Props & { player: Player; rounds: Rounds; view: View; onAgain: () => void }

function Shown({ player, rounds, view, onClose, onAgain }: ShownProps) {
  const text = words()
  const t = roundWords()
  const retry = { action: text.retry, onAction: () => void player.open(gather), onClose }
  switch (view.kind) {
    case 'loading':
      return <Loading onClose={onClose} />
    case 'failed':
      return <Stopped icon="info" title={t.failed} why={text.failedWhy} {...retry} />
    case 'not_here':
      return rounds.nothing && rounds.review
        ? <Stopped icon="runde" title={t.nothing} why={t.nothingWhy} action={t.toToday} onAction={onClose} onClose={null} />
        : <Stopped icon="utenett" title={t.notHere} why={t.notHereWhy} {...retry} />
    case 'playing':
      return <Playing player={player} view={view} items={rounds.items} onClose={onClose} />
    case 'ended':
      return <RoundEnd document={view.document} session={view.session} rounds={rounds} onClose={onClose} onAgain={onAgain} />
  }
}

type PlayingProps = Props & { player: Player; view: Extract<View, { kind: 'playing' | 'ended' }>; items: readonly ReviewItem[] }

function Playing({ player, view: { document, session }, items, onClose }: PlayingProps) {
  const card: Card | null = player.card.value
  const item = items.find(({ version, card: id }) => keyOf(version, id) === card?.id)
  if (!card || !item || !isExercise(card)) return null
  const answer = shownAnswer(session)
  const asked = shown(card) as typeof card
  const place = `${session.id} ${card.id} ${session.answers.length}`
  const next = () => {
    hush()
    player.next()
  }
  return (
    <>
      <Top document={document} session={session} card={card} kept onClose={onClose} />
      <main class="play-main" lang={session.language} data-card={card.id} data-variant={card.variant}>
        {player.placeLost.value && <Told icon="info"><p role="status">{words().notKept}</p></Told>}
        {player.opening.value === 'resumed' && <Told icon="runde">{words().resumedHere}</Told>}
        <Why key={card.id} item={item} />
        {answer
          ? <Feedback key={place} card={asked} session={session} answer={answer} finish={roundWords().finish} ask={null} onNext={next} />
          : (
            <Question
              key={place} card={asked} session={session} kept
              onDraft={(draft) => player.draft(draft)} onAnswer={() => player.answer()} onNext={next}
            />
          )}
      </main>
    </>
  )
}
