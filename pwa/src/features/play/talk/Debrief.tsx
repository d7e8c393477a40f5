/** How it went: the ending, the goals, the stars, and the way taken beside the best. */
import { useEffect, useState } from 'preact/hooks'
import type { ScenarioCard } from '../../../rules/cards'
import { type Goal, type Move, type Result, nodeOf, resultOf } from '../../../rules/scenario'
import { Icon } from '../../../ui/Icon'
import { Stars } from '../../../ui/Stars'
import { punch } from '../haptics'
import { Heading } from '../Heading'
import type { Answer } from '../session'
import { type Best, bestBefore, noteBest } from './bests'
import { type Step, isBest, steps } from './logic'
import { Bar } from './Meters'
import { words } from './words'

type Props = {
  card: ScenarioCard
  answer: Answer
  /** The module whose best is kept; null where nothing is. */
  module: string | null
  /** Nothing else waits in the attempt. */
  last: boolean
  finish: string
  ask: string | null
  onNext: () => void
}

export function Debrief({ card, answer, module, last, finish, ask, onNext }: Props) {
  const text = words()
  const moves = answer.response as Move[]
  const result = resultOf(card, moves) as Result
  const ending = nodeOf(card, result.ending)
  const own: Best | null = module === null ? null : { module, card: card.id, stars: result.stars, goals: result.goals.filter(({ reached }) => reached).length, best_at: answer.answered_at }
  const [before] = useState(() => own && bestBefore(own))
  useEffect(() => {
    if (result.good) punch()
    if (own && result.good) noteBest(own)
  }, [])
  return (
    <>
      <div class="wrap stack play-content talk">
        <section class={result.good ? 'talk-ending g stack' : 'talk-ending stack'}>
          <p class="rowx sm" id="play-verdict"><Icon name={result.good ? 'ok' : 'igjen'} /><strong>{result.good ? text.good : text.bad}</strong></p>
          <Heading id="play-prompt">{ending.title}</Heading>
          <p>{ending.text}</p>
        </section>
        <Earned result={result} before={before} />
        <Goals card={card} goals={result.goals} />
        <Ways card={card} moves={moves} />
      </div>
      <div class="play-dock">
        {!result.good && <p class="sm talk-over">{last ? text.comesAgain : text.comesLater}</p>}
        <div class="play-next">
          {!result.good && ask && <a class="icon play-ask" href={ask} aria-label={text.ask} title={text.ask}><Icon name="spor" /></a>}
          <button type="button" class="btn p" onClick={onNext}>
            {result.good ? (last ? finish : text.next) : last ? text.tryAgain : text.next}
          </button>
        </div>
      </div>
    </>
  )
}

function Earned({ result, before }: { result: Result; before: number | null }) {
  const text = words()
  const record = before !== null && result.stars > before
  return (
    <section class="stack">
      <p class="rowx"><Stars count={result.stars} label={text.stars(result.stars)} />
        {record && <strong class="sm">{text.record}</strong>}
        {before !== null && before > result.stars && <span class="sm dim">{text.best(before)}</span>}
      </p>
      <details class="talk-how"><summary class="sm">{text.starsHow}</summary><p class="sm dim">{text.starsWhy}</p></details>
    </section>
  )
}

function Goals({ card, goals }: { card: ScenarioCard; goals: readonly Goal[] }) {
  const text = words()
  return (
    <section class="stack">
      <h2>{text.goals}</h2>
      <ul class="talk-goals">
        {card.meters.map(({ id, text: name, enough }, i) => {
          const { score, reached } = goals[i] as Goal
          return (
            <li key={id} class={reached ? 'enough' : 'some'}>
              <span class="talk-meter">
                <strong>{name}</strong>
                <span class="talk-level"><Icon name={reached ? 'ok' : 'igjen'} small />{reached ? text.reached : text.notReached}</span>
              </span>
              <Bar score={score} enough={enough} />
              <span class="sm dim">{text.score(score, enough)}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** Beside each other where there is room, else one after the other. */
function Ways({ card, moves }: { card: ScenarioCard; moves: readonly Move[] }) {
  const text = words()
  const best = isBest(card, moves)
  return (
    <div class={best ? 'stack' : 'talk-ways'}>
      <section class="stack">
        <h2>{text.yours}</h2>
        {best && <p class="rowx"><Icon name="ok" />{text.same}</p>}
        <ol class="talk-way">{steps(card, moves).map((step, i) => <Taken key={i} step={step} />)}</ol>
      </section>
      {!best && (
        <details class="talk-best" open={matchMedia('(min-width: 960px)').matches}>
          <summary><h2>{text.ours}</h2><Icon name="ned" small turns /></summary>
          <ol class="talk-way">{steps(card, card.key).map((step, i) => <Taken key={i} step={step} plain />)}</ol>
        </details>
      )}
    </div>
  )
}

/** A choice, why it was good or not, and what was better. */
function Taken({ step, plain = false }: { step: Step; plain?: boolean }) {
  const text = words()
  const { own, asBest, better } = step
  return (
    <li class={plain ? '' : asBest ? 'g' : 'w'}>
      <p class="sm dim">{step.said}</p>
      <p><strong>{own.text}</strong></p>
      {!plain && <p class="sm rowx talk-mark"><Icon name={asBest ? 'ok' : 'igjen'} small />{asBest ? text.asBest : text.otherwise}</p>}
      <p class="sm">{own.explanation}</p>
      {!plain && better && (
        <div class="talk-better sm"><p><strong>{text.better}: </strong>{better.text}</p><p>{better.explanation}</p></div>
      )}
    </li>
  )
}
