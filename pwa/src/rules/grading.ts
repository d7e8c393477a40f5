/** Right or wrong as a whole; `malformed` is an answer the form does not give and the server refuses. */
import type { Card, MatchCard, NumberCard, Option } from './cards'

export type Grade = 'right' | 'wrong' | 'malformed'

/** Decimal fractions are not exact in binary: both ends of the tolerance count as right. */
const ROUNDING = 1e-9

/** Grades what was answered, whatever its shape. */
export function grade(card: Card, response: unknown): Grade {
  switch (card.type) {
    case 'choice':
      return has(card.options, response) ? verdict(response === card.key) : 'malformed'
    case 'multiple': {
      if (!isSelection(card.options, response) || response.length === 0) return 'malformed'
      const key = card.key
      return verdict(response.length === key.length && key.every((id) => response.includes(id)))
    }
    case 'order':
      if (!isSelection(card.options, response) || response.length !== card.options.length) return 'malformed'
      return verdict(card.key.every((id, i) => id === response[i]))
    case 'match':
      return gradeMatch(card, response)
    case 'number':
      return gradeNumber(card, response)
    case 'text':
      return 'malformed'
  }
}

function verdict(right: boolean): Grade {
  return right ? 'right' : 'wrong'
}

function has(options: readonly Option[], id: unknown): id is string {
  return options.some((option) => option.id === id)
}

/** A list of known ids, none of them twice. */
function isSelection(options: readonly Option[], response: unknown): response is string[] {
  return Array.isArray(response) && response.every((id) => has(options, id)) && new Set(response).size === response.length
}

/** Every left side must have a known right side; two may share one, which is then simply wrong. */
function gradeMatch(card: MatchCard, response: unknown): Grade {
  if (typeof response !== 'object' || response === null || Array.isArray(response)) return 'malformed'
  const pairs = new Map<string, unknown>(Object.entries(response))
  if (pairs.size !== card.left.length) return 'malformed'
  if (!card.left.every(({ id }) => has(card.right, pairs.get(id)))) return 'malformed'
  const key = new Map(Object.entries(card.key))
  return verdict(card.left.every(({ id }) => pairs.get(id) === key.get(id)))
}

function gradeNumber(card: NumberCard, response: unknown): Grade {
  if (typeof response !== 'number' || !Number.isFinite(response)) return 'malformed'
  return verdict(Math.abs(response - card.key.value) <= card.key.tolerance + ROUNDING)
}
