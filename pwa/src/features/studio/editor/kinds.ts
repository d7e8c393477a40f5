/** Which fields the form of each kind of card has. A new kind is a line in `KINDS`. */
import type { Card } from '../../../rules/cards'
import type { EditorText } from '../../../text/nb/editor'

export type CardType = Card['type']
export type Label = keyof EditorText['fields']

/** How the right answer is given among the items of a list: one of them, some of them, or their order. */
export type Marking = 'one' | 'some' | 'order'

/** `most`: characters. A text is given in every language of the post. */
export type TextField = { kind: 'text'; name: string; label: Label; rows: number; most: number; optional?: true }
/** A list of short texts in each language, a line each. */
export type FormsField = { kind: 'forms'; name: string; label: Label; optional?: true }
export type MediumField = { kind: 'medium'; name: string; label: Label; accept: 'picture' | 'audio' | 'video' | 'captions'; optional?: true }
export type SwitchField = { kind: 'switch'; name: string; label: Label }
export type MeasureField = { kind: 'measure'; name: string; label: Label }
/** `drawn`: where the items lie on the card's picture. `paired`: the list in which each has its place. */
export type ItemsField = {
  kind: 'items'; name: string; label: Label; least: number; most: number; fields: readonly Field[]
  marking?: Marking; drawn?: 'point' | 'box'; paired?: string
}
export type Field = TextField | FormsField | MediumField | SwitchField | MeasureField | ItemsField | { kind: 'survey' | 'scenario' }

export type Kind = {
  asks: 'nothing' | 'word' | 'right'
  fields: readonly Field[]
  /** The field of the card's picture is one of `fields`. */
  hasPicture?: true
  /** May be one of several variants. */
  pooled?: true
  /** May come back in reviews. */
  remembered?: true
}

const LONG = 2000
const LINE = 200
const text: TextField = { kind: 'text', name: 'text', label: 'answer', rows: 1, most: LONG }
const why: TextField = { kind: 'text', name: 'explanation', label: 'why', rows: 2, most: LONG }
const maybeWhy: TextField = { ...why, optional: true }
const picture: MediumField = { kind: 'medium', name: 'picture', label: 'picture', accept: 'picture' }

export const PROMPT: TextField = { kind: 'text', name: 'prompt', label: 'prompt', rows: 2, most: LONG }
export const BODY: TextField = { kind: 'text', name: 'body', label: 'body', rows: 3, most: LONG, optional: true }
export const PICTURE: MediumField = { ...picture, optional: true }

const options = (marking: Marking): ItemsField => ({ kind: 'items', name: 'options', label: 'options', least: 2, most: 8, fields: [text, why], marking })

export const KINDS: Record<CardType, Kind> = {
  choice: { asks: 'right', pooled: true, remembered: true, fields: [options('one')] },
  multiple: { asks: 'right', pooled: true, remembered: true, fields: [options('some')] },
  order: { asks: 'right', pooled: true, remembered: true, fields: [{ ...options('order'), label: 'steps' }] },
  match: {
    asks: 'right', pooled: true, remembered: true,
    fields: [
      { kind: 'items', name: 'left', label: 'left', least: 2, most: 8, fields: [text, why], paired: 'right' },
      { kind: 'items', name: 'right', label: 'right', least: 2, most: 8, fields: [text, maybeWhy] },
    ],
  },
  sort: {
    asks: 'right', pooled: true, remembered: true,
    fields: [
      { kind: 'items', name: 'buckets', label: 'buckets', least: 2, most: 5, fields: [text, maybeWhy] },
      { kind: 'items', name: 'options', label: 'sorted', least: 2, most: 12, fields: [text, why], paired: 'buckets' },
    ],
  },
  number: {
    asks: 'right', pooled: true, remembered: true,
    fields: [
      { kind: 'measure', name: 'value', label: 'value' },
      { kind: 'measure', name: 'tolerance', label: 'tolerance' },
      { kind: 'text', name: 'unit', label: 'unit', rows: 1, most: LINE, optional: true },
      why,
    ],
  },
  fill: {
    asks: 'right', pooled: true, remembered: true,
    fields: [
      { kind: 'forms', name: 'key', label: 'forms' },
      { kind: 'forms', name: 'wrong', label: 'wrong', optional: true },
      { kind: 'switch', name: 'exact', label: 'exact' },
      why,
    ],
  },
  hotspot: {
    asks: 'right', pooled: true, remembered: true, hasPicture: true,
    fields: [
      picture,
      { kind: 'items', name: 'regions', label: 'regions', least: 2, most: 12, fields: [text, why], marking: 'some', drawn: 'box' },
    ],
  },
  scenario: { asks: 'right', fields: [{ kind: 'scenario' }] },
  text: { asks: 'nothing', fields: [] },
  discover: {
    asks: 'nothing', hasPicture: true,
    fields: [picture, { kind: 'items', name: 'spots', label: 'spots', least: 1, most: 8, fields: [text, why], drawn: 'point' }],
  },
  steps: { asks: 'nothing', fields: [{ kind: 'items', name: 'steps', label: 'steps', least: 2, most: 8, fields: [text, maybeWhy, PICTURE] }] },
  quote: {
    asks: 'nothing',
    fields: [
      { kind: 'text', name: 'quote', label: 'quote', rows: 3, most: 600 },
      { kind: 'text', name: 'by', label: 'by', rows: 1, most: LINE },
    ],
  },
  audio: {
    asks: 'nothing',
    fields: [
      { kind: 'medium', name: 'audio', label: 'audio', accept: 'audio' },
      { kind: 'text', name: 'transcript', label: 'transcript', rows: 5, most: 8000 },
    ],
  },
  video: {
    asks: 'nothing',
    fields: [
      { kind: 'medium', name: 'video', label: 'video', accept: 'video' },
      { kind: 'medium', name: 'captions', label: 'captions', accept: 'captions' },
      { kind: 'medium', name: 'poster', label: 'poster', accept: 'picture' },
      { kind: 'text', name: 'transcript', label: 'transcript', rows: 5, most: 8000, optional: true },
    ],
  },
  flashcard: { asks: 'word', pooled: true, fields: [{ kind: 'text', name: 'back', label: 'back', rows: 3, most: LONG }] },
  survey: { asks: 'word', fields: [{ kind: 'survey' }] },
  reflection: { asks: 'word', fields: [] },
}

export const TYPES = Object.keys(KINDS) as CardType[]

export function isType(type: unknown): type is CardType {
  return typeof type === 'string' && Object.hasOwn(KINDS, type)
}

/** The lists that things of a kind stand in. */
export function listsOf(type: CardType): ItemsField[] {
  return KINDS[type].fields.filter((field): field is ItemsField => field.kind === 'items')
}
