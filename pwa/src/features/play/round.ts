/** A round of reviews: cards of several modules played as one module that nobody has published. */
import type { Card, ModuleDocument } from '../../rules/cards'
import { isExercise } from '../../rules/cards'
import { drawn } from '../../rules/pools'
import { RECALL_DAYS } from '../../rules/points'
import { tooQuick } from '../../rules/reading'
import { dayIn, daysBetween } from '../../rules/round'
import { type ReviewItem, type ReviewLetter, keyOf } from './ports'
import { type Session, tries } from './session'

/** What is asked, with the module it stands in, in the order it is asked. */
export type Part = { item: ReviewItem; document: ModuleDocument }

/** How it went with an item at its first try, and in how many days it comes back. */
export type Outcome = { item: ReviewItem; card: Card; recalled: boolean; quick: boolean; days: number }

/** A module of the cards asked. Each has its variant drawn already, and an id that is its own among all modules. */
export function roundDocument(parts: readonly Part[], language: string, seed: number): ModuleDocument {
  const cards = parts.flatMap(({ item, document }) => {
    const card = document.cards.find(({ id }) => id === item.card)
    return card ? [{ ...drawn(card, seed), id: keyOf(item.version, item.card) }] : []
  })
  return {
    module: '', version: '', structure: cards.map(({ id }) => id).join(' '), language, languages: [language], title: '',
    takeaways: [], seconds: 0, licence: '', credits: '', sources: [], cards,
  }
}

/** The card as its module has it, so that its options are shuffled as the server would. */
export function shown(card: Card): Card {
  return { ...card, id: placeOf(card.id).card }
}

/** Of which version a card of a round is, and which one there. */
export function placeOf(key: string): { module_version: string; card: string } {
  const at = key.indexOf('/')
  return { module_version: key.slice(0, at), card: key.slice(at + 1) }
}

/** What is handed in. */
export function letterOfRound(session: Session): ReviewLetter {
  return {
    id: session.id, kind: 'review', activity: null, module_version: null, language: session.language, seed: session.seed,
    started_at: session.startedAt, finished_at: session.finishedAt,
    answers: session.answers.map((answer) => ({ ...answer, ...placeOf(answer.card) })),
  }
}

/** What came of it, by item, in the order they were asked. */
export function outcomes(session: Session, document: ModuleDocument, items: readonly ReviewItem[]): Outcome[] {
  const made = tries(session, document)
  return items.flatMap((item) => {
    const key = keyOf(item.version, item.card)
    const card = document.cards.find(({ id }) => id === key) as Card | undefined
    const first = made.find((one) => one.card === key)
    if (!card || !first || !isExercise(card)) return []
    const quick = tooQuick(card, first.seconds)
    const recalled = first.right
    return [{ item, card, recalled, quick, days: item.days_until_back[recalled && !quick ? 'recalled' : 'missed'] }]
  })
}

/** How many of them are likely to earn something. */
export function earning(found: readonly Outcome[], zone: string, at: Date): number {
  const day = dayIn(zone, at)
  return found.filter(({ item, recalled, quick }) => recalled && !quick && daysBetween(item.why.last_on, day) >= RECALL_DAYS).length
}
