/** Cards that are answered without being told what was right: one goes back and forth, and hands all in at the end. */
import { type Card, type Response, isAsking, isExercise } from '../../rules/cards'
import { type Draft, answerable } from './answering'

/** A card, and a name for it among all of the paper. `version`: of the module it is from, where they are several. */
export type Leaf = { key: string; card: Card; version?: string }

/** Serialisable: what is kept for going on is this. `at` beyond the last leaf is the look over all of them. */
export type Paper = {
  id: string; language: string; seed: number; startedAt: string; at: number
  drafts: Record<string, Draft>; seconds: Record<string, number>; answered: Record<string, string>
}

export type PaperAnswer = {
  card: string; variant?: string; response: Response; answered_at: string; seconds: number; module_version?: string
}

const MOST_SECONDS = 3600

/** A new paper. `id`, `seed` and `now` come from outside so that this stays pure. */
export function blank(language: string, { id, seed, now }: { id: string; seed: number; now: string }): Paper {
  return { id, language, seed, startedAt: now, at: 0, drafts: {}, seconds: {}, answered: {} }
}

/** The leaf that lies on top; null when one looks over them all. */
export function top(paper: Paper, leaves: readonly Leaf[]): Leaf | null {
  return leaves[paper.at] ?? null
}

/** Turns to a leaf, or beyond the last to the look over all; `spent` seconds were used on the one before. */
export function turned(paper: Paper, leaves: readonly Leaf[], at: number, spent: number): Paper {
  const leaf = top(paper, leaves)
  const to = Math.max(0, Math.min(leaves.length, at))
  if (!leaf) return { ...paper, at: to }
  const before = paper.seconds[leaf.key] ?? 0
  return { ...paper, at: to, seconds: { ...paper.seconds, [leaf.key]: Math.min(MOST_SECONDS, before + spent) } }
}

/** The form of the leaf on top changed. */
export function filled(paper: Paper, leaves: readonly Leaf[], draft: Draft, now: string): Paper {
  const leaf = top(paper, leaves)
  if (!leaf) return paper
  return { ...paper, drafts: { ...paper.drafts, [leaf.key]: draft }, answered: { ...paper.answered, [leaf.key]: now } }
}

/** The response to a leaf; null while it is not one yet. */
export function responseTo(paper: Paper, { key, card }: Leaf): Response | null {
  return isAsking(card) ? answerable(card, paper.drafts[key] ?? null).response : null
}

/** The leaves that are still to be answered. */
export function open(paper: Paper, leaves: readonly Leaf[]): Leaf[] {
  return leaves.filter((leaf) => isExercise(leaf.card) && responseTo(paper, leaf) === null)
}

/** All that was answered, in the order of the leaves. */
export function answersOf(paper: Paper, leaves: readonly Leaf[]): PaperAnswer[] {
  return leaves.flatMap((leaf) => {
    const { key, card, version } = leaf
    const response = responseTo(paper, leaf)
    if (response === null) return []
    const seconds = Math.round((paper.seconds[key] ?? 0) * 10) / 10
    return [{
      card: card.id, ...(card.variant === undefined ? {} : { variant: card.variant }), response,
      answered_at: paper.answered[key] ?? paper.startedAt, seconds, ...(version === undefined ? {} : { module_version: version }),
    }]
  })
}

/** A card as it comes in an exam, with a key that is none, so that its form can be shown: forms need but its shape. */
export function withoutKey(card: Card): Card {
  switch (card.type) {
    case 'choice':
      return { ...card, key: '' }
    case 'multiple':
    case 'order':
    case 'hotspot':
    case 'fill':
      return { ...card, key: [] }
    case 'match':
    case 'sort':
      return { ...card, key: {} }
    case 'number':
      return { ...card, key: { value: 0, tolerance: 0 } }
    default:
      return card
  }
}
