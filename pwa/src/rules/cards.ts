/** A module document as it is served: one language, plain strings, options in the order of the file. */
import type { Move, Scenario } from './scenario'

export type Option = { id: string; text: string; explanation?: string }
/** `focus`: the point, as fractions of the picture, that stays where a screen shows a part of it only. */
export type Picture = { media: string; alt: string; focus?: { x: number; y: number } }
export type Spot = Option & { x: number; y: number }
/** A part of a picture; all measures are fractions of it. */
export type Region = Option & { x: number; y: number; w: number; h: number }
/** Sound or video: how many seconds it lasts, and how many bytes it takes. */
export type Recording = { media: string; seconds: number; bytes: number }
export type Step = Option & { picture?: Picture }

type Common = { id: string; prompt: string; body?: string; picture?: Picture; remember?: boolean; variant?: string }

export type TextCard = Common & { type: 'text' }
export type DiscoverCard = Common & { type: 'discover'; picture: Picture; spots: Spot[] }
export type StepsCard = Common & { type: 'steps'; steps: Step[] }
export type QuoteCard = Common & { type: 'quote'; quote: string; by: string }
export type AudioCard = Common & { type: 'audio'; audio: Recording; transcript: string }
export type VideoCard = Common & { type: 'video'; video: Recording; captions: { media: string }; poster: Picture; transcript?: string }

export type ChoiceCard = Common & { type: 'choice'; options: Option[]; key: string }
export type MultipleCard = Common & { type: 'multiple'; options: Option[]; key: string[] }
export type OrderCard = Common & { type: 'order'; options: Option[]; key: string[] }
export type MatchCard = Common & { type: 'match'; left: Option[]; right: Option[]; key: Record<string, string> }
export type SortCard = Common & { type: 'sort'; options: Option[]; buckets: Option[]; key: Record<string, string> }
export type HotspotCard = Common & { type: 'hotspot'; picture: Picture; regions: Region[]; key: string[] }
export type NumberCard = Common & {
  type: 'number'
  unit?: string
  key: { value: number; tolerance: number }
  explanation?: string
}
export type FillCard = Common & { type: 'fill'; key: string[]; wrong?: string[]; exact?: boolean; explanation?: string }
export type ScenarioCard = Common & Scenario & { type: 'scenario' }

export type FlashCard = Common & { type: 'flashcard'; back: string }
export type SurveyCard = Common & {
  type: 'survey'
  scale?: { least: number; most: number; low: string; high: string }
  options?: Option[]
  many?: true
  free?: true
}
export type ReflectionCard = Common & { type: 'reflection' }

/** Tells, and asks for nothing. */
export type Telling = TextCard | DiscoverCard | StepsCard | QuoteCard | AudioCard | VideoCard
/** Right or wrong. */
export type Exercise =
  | ChoiceCard | MultipleCard | OrderCard | MatchCard | SortCard | HotspotCard | NumberCard | FillCard | ScenarioCard
/** Answered, never wrong, and worth no points. */
export type Word = FlashCard | SurveyCard | ReflectionCard
export type Asking = Exercise | Word
/** A card as it is shown: of several variants the one drawn. */
export type Card = Telling | Asking

type Variant<Kind> = Kind extends Card ? Omit<Kind, 'type' | 'remember'> : never
/** A card that is one of several variants, drawn by the seed of the attempt. */
export type Pool = { id: string; type: Asking['type']; remember?: boolean; variants: Variant<Asking>[] }
/** A card as it stands in a document. */
export type Listed = Card | Pool

/** The answer to a card in the shape the letter carries. */
export type Response = string | string[] | Record<string, string> | number | boolean | Move[]

export type Source = { title: string; note?: string }

export type ModuleDocument = {
  module: string
  version: string
  structure: string
  language: string
  languages: string[]
  title: string
  topic?: { id: string; title: string }
  takeaways: string[]
  seconds: number
  licence: string
  credits: string
  sources: Source[]
  cards: Listed[]
}

const TELLING: readonly string[] = ['text', 'discover', 'steps', 'quote', 'audio', 'video'] satisfies Telling['type'][]
const WORDS: readonly string[] = ['flashcard', 'survey', 'reflection'] satisfies Word['type'][]

/** Whether a card is answered, right or wrong or neither. */
export function isAsking(card: Card): card is Asking {
  return !TELLING.includes(card.type)
}

/** Whether a card is right or wrong. */
export function isExercise(card: Card): card is Exercise {
  return isAsking(card) && !WORDS.includes(card.type)
}
