/** A module document as it is served: one language, plain strings, options in the order of the file. */

export type Option = { id: string; text: string; explanation?: string }
export type Picture = { media: string; alt: string }

type Common = { id: string; prompt: string; body?: string; picture?: Picture; remember?: boolean }

export type TextCard = Common & { type: 'text' }
export type ChoiceCard = Common & { type: 'choice'; options: Option[]; key: string }
export type MultipleCard = Common & { type: 'multiple'; options: Option[]; key: string[] }
export type OrderCard = Common & { type: 'order'; options: Option[]; key: string[] }
export type MatchCard = Common & { type: 'match'; left: Option[]; right: Option[]; key: Record<string, string> }
export type NumberCard = Common & {
  type: 'number'
  unit?: string
  key: { value: number; tolerance: number }
  explanation?: string
}

export type Exercise = ChoiceCard | MultipleCard | OrderCard | MatchCard | NumberCard
export type Card = TextCard | Exercise

/** The answer to a card in the shape the letter carries. */
export type Response = string | string[] | Record<string, string> | number

export type Source = { title: string; note?: string }

export type ModuleDocument = {
  module: string
  version: string
  structure: string
  language: string
  languages: string[]
  title: string
  takeaways: string[]
  seconds: number
  licence: string
  credits: string
  sources: Source[]
  cards: Card[]
}

/** Whether a card asks for an answer. */
export function isExercise(card: Card): card is Exercise {
  return card.type !== 'text'
}
