/**
 * What each kind of card brings to the player. A new kind is a line in `KINDS` and a file in `kinds/`, which is fetched when
 * a post that has it is opened and kept by the service worker. What most posts are made of comes with the player.
 */
import type { ComponentChild } from 'preact'
import type { Card, Response } from '../../rules/cards'
import type { Draft } from './answering'
import { ChoiceField } from './Choice'
import type { FieldProps } from './fields'
import { NumberLines, OptionLines, OrderLines, PairLines } from './Lines'
import { MatchField } from './Match'
import { NumberField } from './NumberField'
import { OrderField } from './Order'
import type { Answer, Session } from './session'

export type ToldProps<Kind extends Card> = { card: Kind; draft: Draft | null; onDraft: (draft: Draft) => void }
export type LinesProps<Kind extends Card> = { card: Kind; response: Response; seed: number }
/** `kept`: whether what is answered is kept and handed in. `onNext` goes on without an answer, where that is allowed. */
export type AskProps<Kind extends Card> = {
  card: Kind; session: Session; kept: boolean; onDraft: (draft: Draft) => void; onAnswer: () => void; onNext: () => void
}
/** `module`: whose plays are compared, null where nothing is kept. `finish`: words to end with. `ask`: the way to a colleague. */
export type WholeProps<Kind extends Card> = {
  card: Kind; session: Session; answer: Answer | null; module: string | null; finish: string; ask: string | null
  onDraft: (draft: Draft) => void; onAnswer: () => void; onNext: () => void
}

type Part<Props> = (props: Props) => ComponentChild

export type Parts<Kind extends Card> = {
  /** What stands under the heading of a card that tells. */
  Told?: Part<ToldProps<Kind>>
  /** The form of an exercise that is handed in by one button. */
  Field?: Part<FieldProps<Kind>>
  /** What was answered and what is right. */
  Lines?: Part<LinesProps<Kind>>
  /** What the sheet says before it explains. */
  Note?: Part<LinesProps<Kind>>
  /** The whole card that asks, heading and buttons, instead of `Field`. */
  Ask?: Part<AskProps<Kind>>
  /** The card from first to last, also when it is answered, instead of all these. */
  Whole?: Part<WholeProps<Kind>>
  /** The card's picture is shown by these and not above them. */
  showsPicture?: true
}

type Loader<Kind extends Card> = () => Promise<{ default: Parts<Kind> }>

const KINDS: { [Type in Card['type']]: Loader<Extract<Card, { type: Type }>> } = {
  text: here({}),
  discover: () => import('./kinds/Discover'),
  steps: () => import('./kinds/Steps'),
  quote: () => import('./kinds/Quote'),
  audio: () => import('./kinds/Audio'),
  video: () => import('./kinds/Video'),
  choice: here({ Field: ChoiceField, Lines: OptionLines }),
  multiple: here({ Field: ChoiceField, Lines: OptionLines }),
  order: here({ Field: OrderField, Lines: OrderLines }),
  match: here({ Field: MatchField, Lines: PairLines }),
  number: here({ Field: NumberField, Lines: NumberLines }),
  sort: () => import('./kinds/Sort'),
  fill: () => import('./kinds/Fill'),
  hotspot: () => import('./kinds/Hotspot'),
  flashcard: () => import('./kinds/Flashcard'),
  survey: () => import('./kinds/Survey'),
  reflection: () => import('./kinds/Reflection'),
  scenario: () => import('./talk'),
}

function here<Kind extends Card>(parts: Parts<Kind>): Loader<Kind> {
  return () => Promise.resolve({ default: parts })
}

const gathered = new Map<Card['type'], object>()

/** Fetches what the cards of a document need; fails when some of it cannot be had now. */
export async function gather(document: { cards: readonly Pick<Card, 'type'>[] }): Promise<void> {
  await Promise.all(document.cards.map(async ({ type }) => {
    if (!gathered.has(type)) gathered.set(type, (await KINDS[type]()).default)
  }))
}

/** Fetches what every kind brings, one after the other and each after `rest`; gives up without a word where one cannot be had. */
export async function gatherAll(rest: () => Promise<void>): Promise<void> {
  for (const type of Object.keys(KINDS) as Card['type'][]) {
    await rest()
    await gather({ cards: [{ type }] }).catch(() => undefined)
  }
}

/** What a card's kind brings, once it is gathered. */
export function partsOf<Kind extends Card>(card: Kind): Parts<Kind> {
  return (gathered.get(card.type) ?? {}) as Parts<Kind>
}
