/** Whether an answer came quicker than its text can be read. Such an answer is kept and earns nothing. */
import type { Card } from './cards'

const START = 0.8
const CHARACTERS_A_SECOND = 100

/** Characters shown with a card: prompt, body and options, counted as code points. */
export function charactersShown(card: Card): number {
  const texts = [card.prompt, card.body ?? '']
  if ('options' in card) texts.push(...card.options.map((option) => option.text))
  if ('left' in card) texts.push(...[...card.left, ...card.right].map((option) => option.text))
  return texts.reduce((sum, text) => sum + [...text].length, 0)
}

/** Seconds it takes at the least to read a card. */
export function readingSeconds(card: Card): number {
  return START + charactersShown(card) / CHARACTERS_A_SECOND
}

/** Whether `seconds` are too few to have read the card. */
export function tooQuick(card: Card, seconds: number): boolean {
  return seconds < readingSeconds(card)
}
