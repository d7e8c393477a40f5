/** Whether an answer came quicker than its text can be read. Such an answer is kept and earns nothing. */
import type { Card, Option } from './cards'
import { saidOnBestWay } from './scenario'

const START = 0.8
const CHARACTERS_A_SECOND = 100

/** Characters shown with a card: prompt, body and options, counted as code points. */
export function charactersShown(card: Card): number {
  const texts = [card.prompt, card.body ?? '']
  texts.push(...itemsOf(card).map(({ text }) => text))
  if (card.type === 'discover') texts.push(...card.spots.map(({ explanation }) => explanation ?? ''))
  if (card.type === 'quote') texts.push(card.quote, card.by)
  if (card.type === 'scenario') texts.push(...saidOnBestWay(card))
  return texts.reduce((sum, text) => sum + [...text].length, 0)
}

/** Everything on a card that has an id and words of its own. */
function itemsOf(card: Card): readonly Option[] {
  switch (card.type) {
    case 'choice':
    case 'multiple':
    case 'order':
      return card.options
    case 'sort':
      return [...card.options, ...card.buckets]
    case 'match':
      return [...card.left, ...card.right]
    case 'hotspot':
      return card.regions
    case 'survey':
      return card.options ?? []
    case 'discover':
      return card.spots
    case 'steps':
      return card.steps
    default:
      return []
  }
}

/** Seconds it takes at the least to read a card. */
export function readingSeconds(card: Card): number {
  return START + charactersShown(card) / CHARACTERS_A_SECOND
}

/** Whether `seconds` are too few to have read the card. */
export function tooQuick(card: Card, seconds: number): boolean {
  return seconds < readingSeconds(card)
}
