/** What was answered and what is right, line by line, each with an icon and a word. */
import type { ChoiceCard, MatchCard, MultipleCard, NumberCard, Option, OrderCard, Response } from '../../rules/cards'
import { grade } from '../../rules/grading'
import { Icon } from '../../ui/Icon'
import { language } from '../../text'
import { shownIds } from './answering'
import { type Mark, asPairs, markOf, placeGiven, textOf } from './explaining'
import type { LinesProps } from './kinds'
import { words } from './words'

type LineProps = { mark: Mark; word?: string; text: string; number?: number }

/** A line with its icon and its word; a plain one has no icon. */
export function Line({ mark, word, text, number }: LineProps) {
  if (mark === 'plain') return <li class="opt play-plain"><span>{word && <em>{word}</em>}{number ? `${number}. ` : ''}{text}</span></li>
  const wrong = mark === 'own'
  return (
    <li class={wrong ? 'opt w' : 'opt g'}>
      <Icon name={wrong ? 'igjen' : 'ok'} />
      <span><em>{word}</em>{number ? `${number}. ` : ''}{text}</span>
    </li>
  )
}

export function OptionLines({ card, response, seed }: LinesProps<ChoiceCard | MultipleCard>) {
  const text = words()
  const word: Record<Mark, string> = {
    own: text.yours, own_right: text.yoursRight, right: card.type === 'choice' ? text.safest : text.alsoRight, plain: '',
  }
  const line = (id: string) => {
    const mark = markOf(card, response, id)
    return <Line key={id} mark={mark} word={word[mark]} text={textOf(card.options, id)} />
  }
  return <ul class="stack">{shownIds(card, seed).map(line)}</ul>
}

/** The right order, each line with the place it was given. */
export function OrderLines({ card, response }: LinesProps<OrderCard>) {
  const text = words()
  const line = (id: string, i: number) => {
    const given = placeGiven(response, id)
    const right = given === i + 1
    const word = right ? text.inPlace : text.placedAt(given)
    return <Line key={id} mark={right ? 'own_right' : 'own'} word={word} text={textOf(card.options, id)} number={i + 1} />
  }
  return <ol class="stack">{card.key.map(line)}</ol>
}

export function PairLines({ card, response }: LinesProps<MatchCard>) {
  return <PlacedLines things={card.left} places={card.right} wanted={card.key} response={response} />
}

type PlacedProps = { things: readonly Option[]; places: readonly Option[]; wanted: Record<string, string>; response: Response }

/** For each thing the place it was given and, where that is another, the right one. */
export function PlacedLines({ things, places, wanted, response }: PlacedProps) {
  const text = words()
  const given = asPairs(response)
  return (
    <ul class="stack">
      {things.map(({ id, text: thing }) => {
        const right = given[id] === wanted[id]
        return (
          <li key={id}>
            <h2 class="sm play-left">{thing}</h2>
            <ul class="stack play-answers">
              <Line mark={right ? 'own_right' : 'own'} word={right ? text.yoursRight : text.yours} text={textOf(places, given[id])} />
              {!right && <Line mark="right" word={text.correct} text={textOf(places, wanted[id])} />}
            </ul>
          </li>
        )
      })}
    </ul>
  )
}

export function NumberLines({ card, response }: LinesProps<NumberCard>) {
  const text = words()
  const { value, tolerance } = card.key
  const write = (one: number) => new Intl.NumberFormat(language.value, { maximumFractionDigits: 6 }).format(one)
  const withUnit = (one: number) => (card.unit ? `${write(one)} ${card.unit}` : write(one))
  const given = Number(response)
  const right = grade(card, response) === 'right'
  return (
    <>
      <ul class="stack">
        <Line mark={right ? 'own_right' : 'own'} word={right ? text.yoursRight : text.yours} text={withUnit(given)} />
        {given !== value && <Line mark="right" word={text.correct} text={withUnit(value)} />}
      </ul>
      {tolerance > 0 && <p class="sm dim">{text.within(write(value - tolerance), withUnit(value + tolerance))}</p>}
    </>
  )
}
