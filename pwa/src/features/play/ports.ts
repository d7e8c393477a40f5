/** All that the player takes from the rest of the app. */
import { computed } from '@preact/signals'
import * as answers from '../../answers'
import { ApiError, request } from '../../api/client'
import type { Activity, Letter, Me, ModuleDocument, Quest, Review, ReviewItem, Today } from '../../api/types'
import * as library from '../../offline/library'
import * as outbox from '../../offline/outbox'
import { finishedHere, withOwn } from '../../offline/progress'
import { ROUND, offered, roundOf } from '../../offline/reviews'
import * as resume from '../../offline/resume'
import * as snapshots from '../../offline/snapshots'
import { finished, verdictOf } from '../../offline/sync'
import * as written from '../../offline/written'
import { me, personId } from '../../session'
import { language } from '../../text'
import type { Kept } from './examination'
import type { Paper } from './paper'
import { type Session, letterOf } from './session'

export { reachable } from '../../api/client'
export type { Activity, Entry, Quest, Review, ReviewItem, Verdict } from '../../api/types'
export type { Letter as ExamLetter } from '../../api/types'
export { storage } from '../../offline/db'
export { ROUND, keyOf } from '../../offline/reviews'
export { pictureUrl } from '../../offline/library'
export * as recordings from '../../offline/recordings'
export { verdictOf } from '../../offline/sync'
export { askAddress, navigate, playAddress } from '../../router'
export { gameLayer, me } from '../../session'

/** A letter about a round of reviews. */
export type ReviewLetter = Letter & { kind: 'review' }

/** The best plays of conversations, as the server and this device know them. */
export const bests = answers.bests

/** Whether there is a colleague to ask. */
export const canAsk = computed(() => Boolean(answers.help.state.value.data?.place))

/** What the person has said of posts: with the server, and on its way there; and what they have begun to write. */
export const ratings = {
  known: computed(() => [...(written.rated.value ? [written.rated.value] : []), ...(answers.ratings.state.value.data?.items ?? [])]),
  waiting: written.ratings,
  refresh: answers.ratings.refresh,
  rate: written.rate,
  draftOf: (version: string): string | null => written.draftOf(`comment/${version}`)?.text ?? null,
  keepDraft: (version: string, text: string): Promise<void> =>
    written.keep({ id: `comment/${version}/${personId.value ?? ''}`, place: `comment/${version}`, request: null, about: null, text }),
}

/** What a visit to a post needs from outside. `seed`: where it is decided before the attempt begins. */
export type Visit = {
  seed?: () => number
  questOf: (id: string, activity: string) => Promise<Quest | null>
  documentOf: (activity: Activity) => Promise<ModuleDocument | null>
  kept: (activity: string) => Promise<Session | null>
  keep: (session: Session) => Promise<boolean>
  /** Hands in what was answered; with a finished attempt its place goes. False when the device had no room for it. */
  handIn: (session: Session, quest: Quest, activity: Activity) => Promise<boolean>
}

/** The quest that holds an activity, with what is finished on this device; null when it cannot be had now. */
async function questOf(id: string, activity: string): Promise<Quest | null> {
  const shown = questShown(id, activity)
  if (shown) return shown
  const today = (await snapshots.get('today'))?.data as Today | undefined
  const earlier = (await snapshots.get(`quest/${id}`))?.data as Quest | undefined
  const quest = among(today, earlier, id, activity) ?? (await unlessUnreachable(() => request<Quest>(`/quests/${encodeURIComponent(id)}`)))
  return quest && current(quest)
}

/** The same from what this page already has; null where it has nothing. */
export function questShown(id: string, activity: string): Quest | null {
  const { today, questOf } = answers
  const quest = among(today.state.peek().data, questOf(id).state.peek().data, id, activity)
  return quest ? current(quest) : null
}

function among(today: Today | null | undefined, earlier: Quest | null | undefined, id: string, activity: string): Quest | null {
  const all = [...(today ? answers.questsOf(today) : []), ...(earlier ? [earlier] : [])]
  return all.find((quest) => quest.id === id && quest.activities.some((one) => one.id === activity)) ?? null
}

/** The same quest with what has been finished since. */
export function current(quest: Quest): Quest {
  return withOwn(quest, finishedHere(outbox.waiting.value, finished.value))
}

/** The module in the person's language; null when it is not on the device and there is no network. */
function documentOf({ version, languages }: Activity): Promise<ModuleDocument | null> {
  return unlessUnreachable(() => library.document(version, library.playedIn(languages)))
}

/** What is fetched, or null where there is no network. */
export async function unlessUnreachable<T>(fetched: () => Promise<T>): Promise<T | null> {
  try {
    return await fetched()
  } catch (error) {
    if (error instanceof ApiError && error.kind === 'network') return null
    throw error
  }
}

/** The attempt a person left, if any. */
async function kept(activity: string): Promise<Session | null> {
  return (await resume.get<Session>(activity)) ?? null
}

/** Keeps the place; false when the device had no room. */
function keep(session: Session): Promise<boolean> {
  return resume.put(session.activity, session)
}

/** One without answers tells nothing. */
async function handIn(session: Session, quest: Quest, activity: Activity): Promise<boolean> {
  if (session.answers.length === 0 && session.finishedAt === null) return true
  const complete = session.finishedAt !== null
  const about = { quest: quest.id, run: quest.run, activity: activity.id, complete, seconds: activity.seconds }
  return outbox.put(letterOf(session), about, complete ? { [session.activity]: undefined } : {})
}

/** An exam, which is fetched when it begins and lies nowhere else; null where there is no network. */
export function examDocument({ version, languages }: Activity): Promise<ModuleDocument | null> {
  return unlessUnreachable(() => request<ModuleDocument>(`/modules/${version}/${library.playedIn(languages)}`))
}

/** An exam that was begun, or handed in and its result not seen. */
export async function keptExam(activity: string): Promise<Kept | null> {
  return (await resume.get<Kept>(activity)) ?? (await resume.get<Kept>(handedIn(activity))) ?? null
}

export async function keepExam(activity: string, kept: Kept): Promise<void> {
  await resume.put(activity, kept)
}

export async function forgetExam(activity: string): Promise<void> {
  await resume.remove(activity)
  await resume.remove(handedIn(activity))
}

function handedIn(activity: string): string {
  return `${activity}:handed-in`
}

/**
 * Hands in an exam, or asks once more what came of it. Whether it is done is for the server to say. It is kept under another name
 * from then on, since it is no longer begun.
 */
export async function handInExam(letter: Letter, quest: Quest, activity: Activity, kept: Kept): Promise<void> {
  if (verdictOf(letter.id).peek()) return
  const about = { quest: quest.id, run: quest.run, activity: activity.id, complete: false, seconds: activity.seconds }
  await outbox.put(letter, about, { [activity.id]: undefined, [handedIn(activity.id)]: kept })
}

export { testOf } from '../../answers'

/** A paper that is begun, or handed in: what was answered is shown as long as it is here. */
export type KeptPaper = { paper: Paper; done: boolean }

export async function keptPaper(place: string): Promise<KeptPaper | null> {
  return (await resume.get<KeptPaper>(place)) ?? null
}

export async function keepPaper(place: string, kept: KeptPaper): Promise<void> {
  await resume.put(place, kept)
}

/** Hands in what is about a run and not about a post of it; with it, its paper is kept or forgotten. */
export async function postLetter(letter: Letter, run: string, papers: Readonly<Record<string, KeptPaper | undefined>> = {}): Promise<void> {
  await outbox.put(letter, { quest: '', run, activity: '', complete: false, seconds: 0 }, papers)
}

/** Keeps that the person has met the practice post. Without a network it is met again at the next sign-in, no more. */
export async function notePractised(): Promise<void> {
  if (me.peek()?.settings.practised !== false) return
  const own = await unlessUnreachable(() => request<Me>('/me', { method: 'PATCH', body: { practised: true } }))
  if (own) answers.own.set(own)
}

/** What may be asked now: the next round, from what is kept here or else from the server. */
export async function toReview(now: Date): Promise<{ review: Review | null; items: ReviewItem[] }> {
  if (!answers.review.state.peek().data) await answers.review.refresh()
  const review = answers.review.state.peek().data
  return { review, items: review ? roundOf(review, offered(review, outbox.waiting.peek(), now)) : [] }
}

/** How many questions the next round would have now. */
export const stillOffered = computed(() => {
  const review = answers.review.state.value.data
  return review ? roundOf(review, offered(review, outbox.waiting.value, new Date())).length : 0
})

/** Each item with its module; those whose module cannot be had now are left out. */
export async function modulesOf(items: readonly ReviewItem[]): Promise<{ item: ReviewItem; document: ModuleDocument }[]> {
  const found = items.map(async (item) => {
    const document = await library.document(item.version, library.playedIn(item.languages)).catch(() => null)
    return document?.cards.some(({ id }) => id === item.card) ? [{ item, document }] : []
  })
  return (await Promise.all(found)).flat()
}

export const playedLanguage = (): string => language.peek()

/** The round a person left, if any, as it was kept. */
export async function keptRound<Kept>(): Promise<Kept | null> {
  return (await resume.get<Kept>(ROUND)) ?? null
}

export function keepRound(kept: unknown): Promise<boolean> {
  return resume.put(ROUND, kept)
}

/** Hands in a round, and with one that is `over` its place. */
export function sendReview(letter: ReviewLetter, over: boolean): Promise<boolean> {
  return outbox.put(letter, { quest: '', run: '', activity: ROUND, complete: false, seconds: 0 }, over ? { [ROUND]: undefined } : {})
}

/** A round of which nothing was answered tells nothing. */
export function forgetRound(): Promise<void> {
  return resume.remove(ROUND)
}

/** A visit that is recorded: its place is kept, its answers are handed in. */
export const recorded: Visit = { questOf, documentOf, kept, keep, handIn }
