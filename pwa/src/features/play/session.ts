/** One attempt at a module, as pure values: cards in order, a wrong one comes back at the end until it has been right. */
import { type Card, type ModuleDocument, type Response, isAsking, isExercise } from '../../rules/cards'
import { grade } from '../../rules/grading'
import { drawn } from '../../rules/pools'
import type { Try } from '../../rules/points'
import { type Draft, answerable } from './answering'

export type Answer = { card: string; variant?: string; response: Response; answered_at: string; seconds: number }

/** Serialisable: what is kept for resuming is this and nothing else. */
export type Session = {
  id: string
  activity: string
  version: string
  structure: string
  language: string
  seed: number
  startedAt: string
  finishedAt: string | null
  queue: string[]
  answers: Answer[]
  draft: Draft | null
  spent: number
  stage: 'asking' | 'feedback' | 'finished' | 'given_up'
}

export type Letter = {
  id: string
  kind: 'module'
  activity: string
  module_version: string
  language: string
  seed: number
  started_at: string
  finished_at: string | null
  answers: Answer[]
}

export type Step = 'done' | 'now' | 'again' | 'coming'

/** Longer than this is a phone that was left lying. */
const MOST_SECONDS = 3600

/** The most answers a letter may hold, and its size with room for the envelope. */
export const MOST_ANSWERS = 200
const MOST_BYTES = 30 * 1024

/** A new attempt. `id`, `seed` and `now` come from outside so that this stays pure. */
export function begin(
  document: ModuleDocument, activity: string, { id, seed, now }: { id: string; seed: number; now: string },
): Session {
  const { version, structure, language } = document
  return {
    id, activity, version, structure, language, seed, startedAt: now, finishedAt: null,
    queue: document.cards.map((card) => card.id), answers: [], draft: null, spent: 0, stage: 'asking',
  }
}

/** The kept attempt in today's words and language, or null when the module is built otherwise now. */
export function resumed(kept: Session, document: ModuleDocument): Session | null {
  if (kept.structure !== document.structure) return null
  return { ...kept, version: document.version, language: document.language }
}

/** The cards of this attempt, in the order of the module: of several variants the ones its seed draws. */
export function cardsOf({ seed }: Session, document: ModuleDocument): Card[] {
  return document.cards.map((card) => drawn(card, seed))
}

/** The card shown now; null when the attempt is over. */
export function current(session: Session, document: ModuleDocument): Card | null {
  return cardWith(session, document, session.queue[0])
}

function cardWith({ seed }: Session, document: ModuleDocument, id: string | undefined): Card | null {
  const card = document.cards.find((one) => one.id === id)
  return card ? drawn(card, seed) : null
}

/** The form changed, `spent` seconds into the card. */
export function drafted(session: Session, draft: Draft, spent: number): Session {
  return session.stage === 'asking' ? { ...session, draft, spent } : session
}

/** Hands in the draft of the card shown. Nothing happens while something is missing. What is not graded goes on. */
export function answered(session: Session, document: ModuleDocument, now: string, spent: number): Session {
  const card = current(session, document)
  if (session.stage !== 'asking' || !card || !isAsking(card)) return session
  const { response } = answerable(card, session.draft)
  if (response === null || grade(card, response) === 'malformed') return session
  const seconds = Math.round(Math.min(spent, MOST_SECONDS) * 10) / 10
  const variant = card.variant === undefined ? {} : { variant: card.variant }
  const answer = { card: card.id, ...variant, response, answered_at: now, seconds }
  const handedIn: Session = { ...session, answers: [...session.answers, answer], stage: 'feedback', spent }
  return isExercise(card) ? handedIn : advanced(handedIn, document, now)
}

/** Goes on from feedback, or from a card that is not graded, answered or not. The last card finishes the attempt; a full letter gives it up. */
export function advanced(session: Session, document: ModuleDocument, now: string): Session {
  const card = current(session, document)
  if (!card || (isExercise(card) && session.stage !== 'feedback')) return session
  const rest = session.queue.slice(1)
  const queue = isRight(session, document, card.id) ? rest : [...rest, card.id]
  const moved: Session = { ...session, queue, draft: null, spent: 0, stage: 'asking' }
  if (queue.length === 0) return { ...moved, stage: 'finished', finishedAt: now }
  return isFull(moved) ? { ...moved, stage: 'given_up' } : moved
}

/** Ends an attempt before its end; it tells of its tries and earns nothing more. */
export function givenUp(session: Session): Session {
  return session.stage === 'finished' ? session : { ...session, stage: 'given_up', finishedAt: null }
}

/** Whether something has been answered, or said in a conversation. */
export function isUnderWay(session: Session, document: ModuleDocument): boolean {
  return session.answers.length > 0 || (session.draft !== null && current(session, document)?.type === 'scenario')
}

function isFull(session: Session): boolean {
  if (session.answers.length >= MOST_ANSWERS) return true
  return new TextEncoder().encode(JSON.stringify(letterOf(session))).length > MOST_BYTES
}

/** Whether the card shown has been answered wrong before in this attempt. */
export function isReturning(session: Session): boolean {
  const shown = session.queue[0]
  const before = session.stage === 'feedback' ? session.answers.slice(0, -1) : session.answers
  return before.some((answer) => answer.card === shown)
}

/** What is not graded is right once it has been seen. */
function isRight(session: Session, document: ModuleDocument, id: string): boolean {
  const card = cardWith(session, document, id)
  if (!card || !isExercise(card)) return true
  return session.answers.some((answer) => answer.card === id && grade(card, answer.response) === 'right')
}

/** The last answer, when its feedback is shown. */
export function shownAnswer(session: Session): Answer | null {
  return session.stage === 'feedback' ? (session.answers.at(-1) ?? null) : null
}

/** One step a card, in the order of the module: what comes again keeps its own place. */
export function steps(session: Session, document: ModuleDocument): Step[] {
  return document.cards.map(({ id }) => {
    if (id === session.queue[0]) return 'now'
    if (!session.queue.includes(id)) return 'done'
    return session.answers.some((answer) => answer.card === id) ? 'again' : 'coming'
  })
}

/** Every try at an exercise with its grade, in the order they were made. */
export function tries(session: Session, document: ModuleDocument): Try[] {
  return session.answers.flatMap(({ card: id, response, seconds }) => {
    const card = cardWith(session, document, id)
    return card && isExercise(card) ? [{ card: id, right: grade(card, response) === 'right', seconds }] : []
  })
}

/** What is handed in: complete when the attempt was finished, else given up. */
export function letterOf(session: Session): Letter {
  return {
    id: session.id, kind: 'module', activity: session.activity, module_version: session.version,
    language: session.language, seed: session.seed, started_at: session.startedAt,
    finished_at: session.finishedAt, answers: session.answers,
  }
}
