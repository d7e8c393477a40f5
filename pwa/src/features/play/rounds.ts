/** A visit to a round of reviews: chosen on the device, kept while it is played, handed in as one letter. */
import type { ModuleDocument } from '../../rules/cards'
import { newSeed } from '../../rules/shuffle'
import {
  ROUND, type Review, type ReviewItem, type Visit, forgetRound, keepRound, keptRound, modulesOf, playedLanguage, sendReview, toReview,
} from './ports'
import { type Part, letterOfRound, roundDocument } from './round'
import type { Session } from './session'
import { questOf } from './unrecorded'

export type Kept = { session: Session; items: ReviewItem[] }

/** A round that has not gone on for so long tells of its tries, and a new one begins. */
const MOST_DAYS = 7

export class Rounds {
  items: readonly ReviewItem[] = []
  review: Review | null = null
  private seed = newSeed()
  private before: Session | null = null

  /** Whether there was nothing to ask, rather than nothing on the device to ask it with. */
  get nothing(): boolean {
    return this.items.length === 0
  }

  readonly visit: Visit = {
    seed: () => this.seed,
    questOf: () => Promise.resolve(questOf(ROUND)),
    documentOf: () => this.document(),
    kept: () => Promise.resolve(this.before),
    keep: (session) => keepRound({ session, items: [...this.items] }),
    handIn: (session) => handIn(session, session.finishedAt !== null),
  }

  /** The round that was left, else a new one; null when nothing of it can be played here now. */
  private async document(): Promise<ModuleDocument | null> {
    const kept = await this.goingOn()
    const { review, items } = await toReview(new Date())
    this.review = review
    this.items = kept?.items ?? items
    this.before = kept?.session ?? null
    this.seed = kept?.session.seed ?? newSeed()
    const parts: Part[] = await modulesOf(this.items)
    return parts.length === 0 ? null : roundDocument(parts, playedLanguage(), this.seed)
  }

  private async goingOn(): Promise<Kept | null> {
    const kept = await keptRound<Kept>()
    if (!kept || Date.now() - Date.parse(kept.session.startedAt) < MOST_DAYS * 86_400_000) return kept
    await handIn(kept.session, true)
    return null
  }
}

/** A round, or what was answered of one; without answers there is nothing to tell. `over`: its place goes. */
async function handIn(session: Session, over: boolean): Promise<boolean> {
  if (session.answers.length > 0) return sendReview(letterOfRound(session), over)
  if (over) await forgetRound()
  return true
}
