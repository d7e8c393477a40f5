/** The conversation itself: where one stands, what was said last, and what may be chosen now. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ScenarioCard } from '../../../rules/cards'
import { type Move, type Position, type ScenarioOption, opening, way } from '../../../rules/scenario'
import { type Draft, movesOf, withMove } from '../answering'
import { Heading } from '../Heading'
import { useNumberKeys } from '../keys'
import { Prose } from '../Prose'
import type { Session } from '../session'
import { along, chooseAlong } from './along'
import { type Exchange, ended, exchanges, playable, shownOptions, standings } from './logic'
import { Meters } from './Meters'
import { Scene } from './Scene'
import { words } from './words'

type Props = { card: ScenarioCard; session: Session; onDraft: (draft: Draft) => void; onAnswer: () => void }

export function Talk({ card, session, onDraft, onAnswer }: Props) {
  const text = words()
  const moves = playable(card, movesOf(session.draft))
  const positions = way(card, moves) ?? [opening(card)]
  const here = positions.at(-1) as Position
  const said = exchanges(card, moves)
  const now = said.at(-1) as Exchange
  const over = ended(card, moves)
  const choose = (option: ScenarioOption) => {
    const move: Move = [here.node, option.id]
    onDraft(withMove(moves.length === 0 ? null : session.draft, move))
  }
  return (
    <div class="play-form talk">
      <div class="wrap stack play-content">
        <Heading id="play-prompt" class={moves.length === 0 ? 'lead' : 'sr'}>{card.prompt}</Heading>
        {moves.length === 0 && card.body && <Prose text={card.body} />}
        <Scene place={card.place ?? 'office'} characters={card.characters} who={now.who} mood={now.mood} />
        <Meters standings={standings(card, here, positions.at(-2) ?? null)} />
        <Said card={card} said={said} />
        {!over && <Options card={card} here={here} seed={session.seed} turn={moves.length} onChoose={choose} />}
      </div>
      {over && <Over onAnswer={onAnswer} />}
      <p class="sr" role="status">
        {(said.at(-2)?.changes ?? []).map(({ name, up }) => text.change(name, up)).join(', ')}
      </p>
    </div>
  )
}

/** The last exchange, with what came before it one tap away. */
function Said({ card, said }: { card: ScenarioCard; said: readonly Exchange[] }) {
  const text = words()
  const log = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const earlier = said.slice(0, -2)
  const last = said.slice(-2)
  useLayoutEffect(() => {
    if (said.length < 2) return
    window.scrollTo(0, 0)
    const bottom = log.current?.getBoundingClientRect().bottom ?? 0
    if (bottom > window.innerHeight * 0.8) log.current?.scrollIntoView({ block: 'start' })
  }, [said.length])
  const number = said.length - last.length
  return (
    <>
      {earlier.length > 0 && (
        <details class="talk-earlier" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary class="sm">{text.earlier(earlier.length)}</summary>
          {open && <ol class="talk-log">{earlier.map((each, i) => <Lines key={i} card={card} exchange={each} whole />)}</ol>}
        </details>
      )}
      <div role="log" aria-label={text.log} ref={log}>
        <ol class="talk-log">
          {last.map((each, i) => <Lines key={number + i} card={card} exchange={each} whole={said.length < 2 || i > 0} />)}
        </ol>
      </div>
    </>
  )
}

/** What was said at a place, and what one answered. Of the place before this one, only the answer. */
function Lines({ card, exchange, whole }: { card: ScenarioCard; exchange: Exchange; whole: boolean }) {
  const text = words()
  const name = card.characters.find(({ id }) => id === exchange.who)?.name
  return (
    <>
      {whole && (
        <li class={exchange.told ? 'si told' : 'si'}>
          {name && !exchange.told && <span class="sr">{name}: </span>}<Prose text={exchange.said} />
        </li>
      )}
      {exchange.own && (
        <li class="si meg">
          <span class="sr">{text.you}: </span>{exchange.own.text}
          {along.value && <span class="talk-why sm"><strong>{text.why}: </strong>{exchange.own.explanation}</span>}
        </li>
      )}
    </>
  )
}

/** The same buttons say something else at each turn: that is quicker than making new ones. */
type OptionsProps = { card: ScenarioCard; here: Position; seed: number; turn: number; onChoose: (option: ScenarioOption) => void }

function Options({ card, here, seed, turn, onChoose }: OptionsProps) {
  const text = words()
  const heading = useRef<HTMLHeadingElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const options = shownOptions(card, here, seed)
  useNumberKeys(options.length, (place) => list.current?.querySelectorAll('button')[place]?.focus())
  useLayoutEffect(() => {
    if (turn > 0) heading.current?.focus({ preventScroll: true })
  }, [turn])
  return (
    <section class="stack" aria-labelledby="talk-what">
      <h2 class="sm talk-what" id="talk-what" tabIndex={-1} ref={heading}>{text.what}{turn === 0 && <span class="dim"> {text.steers}</span>}</h2>
      <ul class="stack" ref={list}>
        {options.map((option) => (
          <li><button type="button" class="opt" data-option={option.id} onClick={() => onChoose(option)}><span>{option.text}</span></button></li>
        ))}
      </ul>
      <label class="talk-along sm" data-unread>
        <input type="checkbox" checked={along.value} onChange={(event) => chooseAlong(event.currentTarget.checked)} />
        <span>{text.along}</span>
      </label>
    </section>
  )
}

function Over({ onAnswer }: { onAnswer: () => void }) {
  const text = words()
  const button = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => button.current?.focus({ preventScroll: true }), [])
  return (
    <div class="play-dock">
      <p class="sm dim talk-over">{text.over}</p>
      <button type="button" class="btn p" ref={button} onClick={onAnswer}>{text.see}</button>
    </div>
  )
}
