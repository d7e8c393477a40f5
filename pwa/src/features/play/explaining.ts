/** What feedback tells: how each line of a card stands after an answer, and the explanations worth reading now. */
import type { ChoiceCard, Exercise, HotspotCard, MatchCard, MultipleCard, Option, OrderCard, Response, SortCard } from '../../rules/cards'

/** `own` is a wrong choice, `own_right` a right one, `right` what was right and not chosen. */
export type Mark = 'own' | 'own_right' | 'right' | 'plain'

/** An explanation and, where there are several, what it is about. */
export type Reason = { about: string | null; text: string }

/** How an option of a choice or a selection stands after the answer. */
export function markOf(card: ChoiceCard | MultipleCard, response: Response, id: string): Mark {
  return markIn(card.key, response, id)
}

/** The same by the key alone. */
export function markIn(key: string | string[], response: Response, id: string): Mark {
  const chosen = asList(response).includes(id)
  const right = asList(key).includes(id)
  if (chosen) return right ? 'own_right' : 'own'
  return right ? 'right' : 'plain'
}

/** The place, counted from 1, an item was given. */
export function placeGiven(response: Response, id: string): number {
  return asList(response).indexOf(id) + 1
}

/** The explanations for an answer, in the order they are read. */
export function reasons(card: Exercise, response: Response, right: boolean): Reason[] {
  switch (card.type) {
    case 'choice':
      return choiceReasons(card, response)
    case 'multiple':
      return labelled(multipleOptions(card, response, right))
    case 'order':
      return labelled(orderOptions(card, response, right))
    case 'match':
      return matchReasons(card, response, right)
    case 'sort':
      return sortReasons(card, response, right)
    case 'hotspot':
      return labelled(regionsTold(card, response, right))
    case 'number':
    case 'fill':
      return card.explanation === undefined ? [] : [{ about: null, text: card.explanation }]
    case 'scenario':
      return []
  }
}

/** The chosen option first, without its words; after a wrong choice the right one with its words. */
function choiceReasons(card: ChoiceCard, response: Response): Reason[] {
  const chosen = card.options.filter((option) => option.id === response)
  const key = card.options.filter((option) => option.id === card.key && option.id !== response)
  return [
    ...chosen.map((option) => ({ about: null, text: option.explanation ?? '' })),
    ...key.map((option) => ({ about: option.text, text: option.explanation ?? '' })),
  ].filter((reason) => reason.text !== '')
}

/** All chosen when right; else what was chosen wrongly, then what was missed. */
function multipleOptions(card: MultipleCard, response: Response, right: boolean): Option[] {
  const marked = (mark: Mark) => card.options.filter((option) => markOf(card, response, option.id) === mark)
  return right ? marked('own_right') : [...marked('own'), ...marked('right')]
}

/** In the right order: all of them when right, else those that were misplaced. */
function orderOptions(card: OrderCard, response: Response, right: boolean): Option[] {
  return card.key.flatMap((id, i) =>
    right || placeGiven(response, id) !== i + 1 ? card.options.filter((option) => option.id === id) : [])
}

function matchReasons(card: MatchCard, response: Response, right: boolean): Reason[] {
  const given = asPairs(response)
  const told = card.left.filter(({ id }) => right || given[id] !== card.key[id])
  return told.flatMap(({ id, text, explanation }) =>
    explanation ? [{ about: `${text} – ${textOf(card.right, card.key[id])}`, text: explanation }] : [])
}

function sortReasons(card: SortCard, response: Response, right: boolean): Reason[] {
  const given = asPairs(response)
  const told = card.options.filter(({ id }) => right || given[id] !== card.key[id])
  return told.flatMap(({ id, text, explanation }) =>
    explanation ? [{ about: `${text} – ${textOf(card.buckets, card.key[id])}`, text: explanation }] : [])
}

/** All dangers when right; else what was taken for one, then what was missed. */
function regionsTold(card: HotspotCard, response: Response, right: boolean): Option[] {
  const marked = (mark: Mark) => card.regions.filter((region) => markIn(card.key, response, region.id) === mark)
  return right ? marked('own_right') : [...marked('own'), ...marked('right')]
}

function labelled(options: Option[]): Reason[] {
  return options.flatMap(({ text, explanation }) => (explanation ? [{ about: text, text: explanation }] : []))
}

/** The words of an id in a list. */
export function textOf(options: readonly Option[], id: string | undefined): string {
  return options.find((option) => option.id === id)?.text ?? ''
}

/** A response as a list of ids; empty for pairs and numbers. */
function asList(response: Response): string[] {
  if (typeof response === 'string') return [response]
  return Array.isArray(response) ? response.filter((one) => typeof one === 'string') : []
}

/** A response as pairs; empty for every other shape. */
export function asPairs(response: Response): Record<string, string> {
  return typeof response === 'object' && !Array.isArray(response) ? response : {}
}
