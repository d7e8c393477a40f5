/** What a conversation shows: what has been said, how the meters stand, and the way taken beside the best. */
import type { Best } from '../../../api/types'
import {
  type Meter, type Mood, type Move, type Position, type Scenario, type ScenarioOption,
  chosen, isOver, nodeOf, opening, optionsAt, toldAt, way,
} from '../../../rules/scenario'
import { shuffled } from '../../../rules/shuffle'

/** What somebody said or did at a place, and what was answered there; the last place has no answer yet. */
export type Exchange = {
  node: string
  who: string | null
  mood: Mood | null
  said: string
  /** Told about rather than said: by nobody, or with what is said in the middle of it. */
  told: boolean
  own: ScenarioOption | null
  changes: Change[]
}
export type Change = { meter: string; name: string; up: boolean }

export type Level = 'little' | 'some' | 'enough'
export type Standing = { id: string; name: string; score: number; enough: number; level: Level; moved: 'up' | 'down' | null }

/** The moves as far as they can be made; none where the conversation has been changed under them. */
export function playable(card: Scenario, moves: readonly Move[]): Move[] {
  return way(card, moves) ? [...moves] : []
}

/** Everything said so far, the place where one stands last. */
export function exchanges(card: Scenario, moves: readonly Move[]): Exchange[] {
  const positions = way(card, moves) ?? [opening(card)]
  return positions.map((here, i) => {
    const node = nodeOf(card, here.node)
    const told = toldAt(card, here)
    const said = told.text ?? ''
    const move = moves[i]
    const next = positions[i + 1]
    return {
      node: here.node,
      who: node.who ?? null,
      mood: told.mood ?? node.mood ?? null,
      said,
      told: node.who === undefined || isTold(said, node.ending === true),
      own: move ? chosen(card, here, move) : null,
      changes: next ? changes(card, here, next) : [],
    }
  })
}

const OPENS = /^[«“"„]/u
const QUOTES = /[«“"„]/u

/** Speech begins with a quotation mark, or has none anywhere; an ending is told where it does not begin with one. */
function isTold(said: string, ending: boolean): boolean {
  return !OPENS.test(said) && (ending || QUOTES.test(said))
}

/** The meters that a choice moved, in the order of the card. */
function changes(card: Scenario, before: Position, after: Position): Change[] {
  return card.meters.flatMap(({ id, text }, i) => {
    const difference = (after.meters[i] ?? 0) - (before.meters[i] ?? 0)
    return difference === 0 ? [] : [{ meter: id, name: text, up: difference > 0 }]
  })
}

/** How the meters stand, and which way the last choice moved them. */
export function standings(card: Scenario, here: Position, before: Position | null): Standing[] {
  return card.meters.map((meter, i) => {
    const score = here.meters[i] ?? 0
    const difference = score - (before?.meters[i] ?? score)
    const moved = difference === 0 ? null : difference > 0 ? 'up' : 'down'
    return { id: meter.id, name: meter.text, score, enough: meter.enough, level: levelOf(meter, score), moved }
  })
}

/** Enough is what the card says; little is less than half of that. */
export function levelOf({ enough }: Meter, score: number): Level {
  if (score >= enough) return 'enough'
  return score * 2 < enough ? 'little' : 'some'
}

/** What may be chosen, in the order of this attempt. */
export function shownOptions(card: Scenario & { id: string }, here: Position, seed: number): ScenarioOption[] {
  const options = optionsAt(card, here)
  const order = shuffled(options.map(({ id }) => id), seed, `${card.id}:${here.node}`)
  return order.flatMap((id) => options.filter((option) => option.id === id))
}

/** A choice on a way, beside what the best way does at the same place. */
export type Step = Exchange & { own: ScenarioOption; asBest: boolean; better: ScenarioOption | null }

/** Each choice of a whole play. `better` is the best way's choice where it passes the same place and chooses otherwise. */
export function steps(card: Scenario, moves: readonly Move[]): Step[] {
  const best = new Map(card.key)
  return exchanges(card, moves).flatMap((each) => {
    if (!each.own) return []
    const id = best.get(each.node)
    const asBest = id === each.own.id
    const better = asBest ? null : (nodeOf(card, each.node).options ?? []).find((option) => option.id === id) ?? null
    return [{ ...each, own: each.own, asBest, better }]
  })
}

/** Whether a play is the best way itself. */
export function isBest(card: Scenario, moves: readonly Move[]): boolean {
  return moves.length === card.key.length && card.key.every(([node, option], i) => moves[i]?.[0] === node && moves[i]?.[1] === option)
}

/** Whether there is nothing more to choose. */
export function ended(card: Scenario, moves: readonly Move[]): boolean {
  const here = way(card, moves)?.at(-1)
  return here !== undefined && isOver(card, here)
}

/** The list with that play in it; the same list where a better one is there already. */
export function withBest(items: Best[], own: Best): Best[] {
  const before = items.find(({ module, card }) => module === own.module && card === own.card)
  if (before && (before.stars > own.stars || (before.stars === own.stars && before.goals >= own.goals))) return items
  return [...items.filter((each) => each !== before), own]
}
