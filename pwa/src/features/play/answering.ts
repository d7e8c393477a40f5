/** What is half answered on the form, and when it is an answer. */
import type { Card, Exercise, Response } from '../../rules/cards'
import { shuffled, shuffledUnsolved } from '../../rules/shuffle'

/** The form as it stands: for a number the text as typed. */
export type Draft = string | string[] | Record<string, string>

/** What still lacks before the form is an answer. */
export type Missing = 'choose' | 'choose_some' | 'move' | 'pair' | 'number' | 'not_number'

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
export function answerable(card: Exercise, draft: Draft | null): Answerable {
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
    case 'number': {
      if (typeof draft !== 'string' || draft.trim() === '') return lacking('number')
      const value = parseNumber(draft)
      return value === null ? lacking('not_number') : ready(value)
    }
  }
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
  if (card.type === 'text' || card.type === 'number') return []
  const ids = (card.type === 'match' ? card.right : card.options).map((option) => option.id)
  return card.type === 'order' ? shuffledUnsolved(ids, seed, card.id, card.key) : shuffled(ids, seed, card.id)
}
