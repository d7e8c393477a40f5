/** What is half answered on the form, and when it is an answer. */
import type { Asking, Card, Option, Response, SurveyCard } from '../../rules/cards'
import { grade } from '../../rules/grading'
import type { Move } from '../../rules/scenario'
import { shuffled, shuffledUnsolved } from '../../rules/shuffle'

/** The form as it stands: for a number the text as typed, for a step of a scale its figures. */
export type Draft = string | string[] | Record<string, string> | boolean

/** The draft of a flashcard whose back is shown and that is not answered yet. */
export const TURNED = 'turned'

/** What still lacks before the form is an answer. */
export type Missing =
  | 'choose' | 'choose_some' | 'move' | 'pair' | 'sort' | 'find' | 'number' | 'not_number' | 'write' | 'not_writing'

export type Answerable = { response: Response; missing: null } | { response: null; missing: Missing }

const NUMBER = /^[-−]?(\d+([.,]\d*)?|[.,]\d+)$/

/** A number as people write it: comma or point, spaces between thousands. Null when it is none. */
export function parseNumber(text: string): number | null {
  const packed = text.replace(/\s/gu, '')
  if (!NUMBER.test(packed)) return null
  const value = Number(packed.replace('−', '-').replace(',', '.'))
  return Number.isFinite(value) ? value : null
}

/** The answer a draft amounts to, or what is missing. A draft of another shape counts as none. */
export function answerable(card: Asking, draft: Draft | null): Answerable {
  switch (card.type) {
    case 'choice':
      return typeof draft === 'string' ? ready(draft) : lacking('choose')
    case 'multiple':
      return Array.isArray(draft) && draft.length > 0 ? ready(draft) : lacking('choose_some')
    case 'order':
      return Array.isArray(draft) ? ready(draft) : lacking('move')
    case 'match': {
      const pairs = pairsOf(draft)
      return card.left.every(({ id }) => Object.hasOwn(pairs, id)) ? ready(pairs) : lacking('pair')
    }
    case 'sort': {
      const places = pairsOf(draft)
      return card.options.every(({ id }) => Object.hasOwn(places, id)) ? ready(places) : lacking('sort')
    }
    case 'hotspot':
      return Array.isArray(draft) && draft.length > 0 ? ready(draft) : lacking('find')
    case 'scenario': {
      const moves = movesOf(draft)
      return grade(card, moves) === 'malformed' ? lacking('choose') : ready(moves)
    }
    case 'flashcard':
      return typeof draft === 'boolean' ? ready(draft) : lacking('choose')
    case 'survey':
      return surveyed(card, draft)
    case 'fill':
    case 'reflection':
      return written(card, draft)
    case 'number': {
      if (typeof draft !== 'string' || draft.trim() === '') return lacking('number')
      const value = parseNumber(draft)
      return value === null ? lacking('not_number') : ready(value)
    }
  }
}

function surveyed(card: SurveyCard, draft: Draft | null): Answerable {
  if (!card.scale && !card.options) return written(card, draft)
  if (card.many) return Array.isArray(draft) && draft.length > 0 ? ready(draft) : lacking('choose_some')
  if (typeof draft !== 'string') return lacking('choose')
  return ready(card.scale ? Number(draft) : draft)
}

/** Words as they were typed, when they are some and can be handed in. */
function written(card: Asking, draft: Draft | null): Answerable {
  if (typeof draft !== 'string' || draft.trim() === '') return lacking('write')
  return grade(card, draft) === 'malformed' ? lacking('not_writing') : ready(draft)
}

function ready(response: Response): Answerable {
  return { response, missing: null }
}

function lacking(missing: Missing): Answerable {
  return { response: null, missing }
}

/** The pairs of a draft; none when it is of another shape. */
export function pairsOf(draft: Draft | null): Record<string, string> {
  return typeof draft === 'object' && draft !== null && !Array.isArray(draft) ? draft : {}
}

/** The ids of a draft; none when it is of another shape. */
export function idsOf(draft: Draft | null): string[] {
  return Array.isArray(draft) ? draft : []
}

/** The moves of a conversation as far as it has come; the form keeps each as its two ids. */
export function movesOf(draft: Draft | null): Move[] {
  return idsOf(draft).map((move) => move.split(' ') as Move)
}

/** The same with one more. */
export function withMove(draft: Draft | null, [node, option]: Move): string[] {
  return [...idsOf(draft), `${node} ${option}`]
}

/** An option switched on or off, in the order of the file. */
export function toggled(all: readonly string[], chosen: readonly string[], id: string): string[] {
  return all.filter((one) => (one === id ? !chosen.includes(one) : chosen.includes(one)))
}

/** A list with the item at `from` moved one step; the same list when it cannot move. */
export function moved(order: readonly string[], from: number, step: -1 | 1): string[] {
  const to = from + step
  const next = [...order]
  if (to < 0 || to >= next.length) return next
  const [item] = next.splice(from, 1)
  if (item !== undefined) next.splice(to, 0, item)
  return next
}

/** The ids of what is shown for a card, in the order of this attempt. For `match` the right side. */
export function shownIds(card: Card, seed: number): string[] {
  switch (card.type) {
    case 'choice':
    case 'multiple':
    case 'sort':
      return shuffled(idsIn(card.options), seed, card.id)
    case 'order':
      return shuffledUnsolved(idsIn(card.options), seed, card.id, card.key)
    case 'match':
      return shuffled(idsIn(card.right), seed, card.id)
    case 'hotspot':
      return shuffled(idsIn(card.regions), seed, card.id)
    case 'survey':
      return idsIn(card.options ?? [])
    default:
      return []
  }
}

function idsIn(options: readonly Option[]): string[] {
  return options.map(({ id }) => id)
}
