/** Right or wrong as a whole; `given` is not graded; `malformed` is what the form does not give and the server refuses. */
import type { Card, NumberCard, Option, SurveyCard } from './cards'
import { resultOf } from './scenario'
import { LONGEST_WORD, LONGEST_WORDS, accepted, isWriting, plain, saysSomething } from './spelling'

export type Grade = 'right' | 'wrong' | 'given' | 'malformed'

/** Decimal fractions are not exact in binary: both ends of the tolerance count as right. */
const ROUNDING = 1e-9

/** Grades what was answered, whatever its shape. */
export function grade(card: Card, response: unknown): Grade {
  switch (card.type) {
    case 'choice':
      return has(card.options, response) ? verdict(response === card.key) : 'malformed'
    case 'multiple':
      return gradeSet(card.options, card.key, response)
    case 'hotspot':
      return gradeSet(card.regions, card.key, response)
    case 'order':
      if (!isSelection(card.options, response) || response.length !== card.options.length) return 'malformed'
      return verdict(card.key.every((id, i) => id === response[i]))
    case 'match':
      return gradePlaces(card.left, card.right, card.key, response)
    case 'sort':
      return gradePlaces(card.options, card.buckets, card.key, response)
    case 'number':
      return gradeNumber(card, response)
    case 'fill':
      if (typeof response !== 'string' || !isWriting(response, LONGEST_WORD) || plain(response) === '') return 'malformed'
      return verdict(accepted(response, card) !== null)
    case 'scenario': {
      const result = resultOf(card, response)
      return result ? verdict(result.good) : 'malformed'
    }
    case 'flashcard':
      return given(typeof response === 'boolean')
    case 'survey':
      return gradeSurvey(card, response)
    case 'reflection':
      return given(isWords(response))
    case 'text':
    case 'discover':
    case 'steps':
    case 'quote':
    case 'audio':
    case 'video':
      return 'malformed'
  }
}

function verdict(right: boolean): Grade {
  return right ? 'right' : 'wrong'
}

function given(formed: boolean): Grade {
  return formed ? 'given' : 'malformed'
}

function has(options: readonly Option[], id: unknown): id is string {
  return options.some((option) => option.id === id)
}

/** A list of known ids, none of them twice. */
function isSelection(options: readonly Option[], response: unknown): response is string[] {
  return Array.isArray(response) && response.every((id) => has(options, id)) && new Set(response).size === response.length
}

/** One or more, in any order. */
function gradeSet(options: readonly Option[], key: readonly string[], response: unknown): Grade {
  if (!isSelection(options, response) || response.length === 0) return 'malformed'
  return verdict(response.length === key.length && key.every((id) => response.includes(id)))
}

/** Every thing must have a known place; two may share one. */
function gradePlaces(
  things: readonly Option[], places: readonly Option[], key: Record<string, string>, response: unknown,
): Grade {
  if (typeof response !== 'object' || response === null || Array.isArray(response)) return 'malformed'
  const placed = new Map<string, unknown>(Object.entries(response))
  if (placed.size !== things.length) return 'malformed'
  if (!things.every(({ id }) => has(places, placed.get(id)))) return 'malformed'
  const wanted = new Map(Object.entries(key))
  return verdict(things.every(({ id }) => placed.get(id) === wanted.get(id)))
}

function gradeNumber(card: NumberCard, response: unknown): Grade {
  if (typeof response !== 'number' || !Number.isFinite(response)) return 'malformed'
  return verdict(Math.abs(response - card.key.value) <= card.key.tolerance + ROUNDING)
}

function gradeSurvey({ scale, options, many }: SurveyCard, response: unknown): Grade {
  if (scale) return given(Number.isInteger(response) && scale.least <= Number(response) && Number(response) <= scale.most)
  if (!options) return given(isWords(response))
  if (many) return given(isSelection(options, response) && response.length > 0)
  return given(has(options, response))
}

function isWords(response: unknown): boolean {
  return typeof response === 'string' && isWriting(response, LONGEST_WORDS) && saysSomething(response)
}
