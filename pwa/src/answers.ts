/** The server's answers that more than one screen lives on, and what follows when they arrive. */
import { effect } from '@preact/signals'
import { request } from './api/client'
import type {
  Badges, Bests, Cheers, Competences, Competition, DepartmentBoard, Help, Inbox, League, Mastered, Me, Page, Paths, PeopleBoard, Quest, Ratings, Reflections,
  Review, RunTest, SharedGoal, Streak, Today, WeekPlace,
} from './api/types'
import * as library from './offline/library'
import { type Resource, resource } from './offline/resource'
import * as snapshots from './offline/snapshots'
import { without } from './offline/reviews'
import { reviewed, taken } from './offline/sync'
import { csrf, current, me, session } from './session'
import { language } from './text'

const kindOf = (quest: string): string => `quest/${quest}`

export const own = resource<Me>('me', '/me', (answer) => {
  csrf.value = answer.csrf_token
})
export const today = resource<Today>('today', '/today', (answer) => void keepOpen(answer))
export const paths = resource<Paths>('paths', '/paths', (answer) => void keepReleased(answer))
export const departments = resource<DepartmentBoard>('departments', '/boards/departments')
export const competitions = resource<Page<Competition>>('competitions', '/competitions')
export const weeks = resource<Page<WeekPlace>>('weeks', '/boards/weeks')
export const goals = resource<Page<SharedGoal>>('goals', '/goals')
export const cheers = resource<Cheers>('cheers', '/cheers')
export const people = resource<PeopleBoard>('people', '/boards/people')
export const league = resource<League>('league', '/boards/league')
export const review = resource<Review>('review', '/review', () => void restock())
export const mastery = resource<Mastered>('mastery', '/review/mastery')
export const inbox = resource<Inbox>('inbox', '/inbox')
export const help = resource<Help>('help', '/help')
export const reflections = resource<Reflections>('reflections', '/reflections')
export const ratings = resource<Ratings>('ratings', '/feedback')
export const bests = resource<Bests>('bests', '/play/bests')
export const streak = resource<Streak>('streak', '/streak')
export const badges = resource<Badges>('badges', '/badges')
export const competence = resource<Competences>('competence', '/competence')

const races = new Map<string, Resource<DepartmentBoard>>()

/** The board of a competition. */
export function raceOf(id: string): Resource<DepartmentBoard> {
  const known = races.get(id) ?? resource<DepartmentBoard>(`race/${id}`, `/boards/departments?competition=${encodeURIComponent(id)}`)
  races.set(id, known)
  return known
}

const boards = new Map<string, Resource<DepartmentBoard>>()

/** The board of the week that starts on that Monday. */
export function weekOf(monday: string): Resource<DepartmentBoard> {
  const known = boards.get(monday) ?? resource<DepartmentBoard>(`week/${monday}`, `/boards/departments?week=${encodeURIComponent(monday)}`)
  boards.set(monday, known)
  return known
}

const tests = new Map<string, Resource<RunTest>>()

/** The tests of a run. They are kept, so that one that is offered can be taken without network. */
export function testOf(run: string): Resource<RunTest> {
  const known = tests.get(run) ?? resource<RunTest>(`test/${run}`, `/tests/${encodeURIComponent(run)}`)
  tests.set(run, known)
  return known
}

const quests = new Map<string, Resource<Quest>>()

/** One quest by its id. */
export function questOf(id: string): Resource<Quest> {
  const known = quests.get(id) ?? resource<Quest>(kindOf(id), `/quests/${encodeURIComponent(id)}`)
  quests.set(id, known)
  return known
}

/** All quests that today's answer tells of, each once. */
export function questsOf(answer: Today): Quest[] {
  const all = [...(answer.quest ? [answer.quest] : []), ...answer.quests, ...answer.catch_up, ...(answer.pilots ?? [])]
  return [...new Map(all.map((quest) => [quest.id, quest])).values()]
}

async function keepOpen(answer: Today): Promise<void> {
  for (const quest of questsOf(answer)) await snapshots.put(kindOf(quest.id), quest, null)
  await restock()
  for (const { run } of answer.tests ?? []) await testOf(run).refresh()
}

/** Earlier quests stay playable: their posts are fetched once, and dropped when they are no longer given to the person. */
async function keepReleased(answer: Paths): Promise<void> {
  const released = new Set(
    answer.items.flatMap((path) => path.quests.filter(({ state }) => state !== 'coming').map(({ id }) => id)),
  )
  const tried = new Set(((await snapshots.get('today'))?.data as Today | undefined)?.pilots?.map(({ id }) => id))
  const kept = new Set((await snapshots.all('quest/')).map(({ kind }) => kind))
  for (const kind of kept) if (!released.has(kind.slice('quest/'.length)) && !tried.has(kind.slice('quest/'.length))) await snapshots.remove(kind)
  for (const id of released) {
    if (kept.has(kindOf(id))) continue
    const quest = await request<Quest>(`/quests/${encodeURIComponent(id)}`).catch(() => null)
    if (quest) await snapshots.put(kindOf(id), quest, null)
  }
  await restock()
}

/** Brings the posts on the device in line with the quests kept. */
export async function restock(): Promise<void> {
  const asked = (await snapshots.get('review'))?.data as Review | undefined
  await library.stock((await snapshots.all('quest/')).map(({ data }) => data as Quest), asked?.items)
}

/** What the person has chosen about themselves takes effect wherever it was changed. */
function follow(answer: Me): void {
  me.value = answer
  language.value = answer.settings.language
  const now = current.peek()
  if (now) session.value = { ...now, person: answer.person, organisation: answer.organisation }
}

/** Ties the answers together; called once. */
export function listen(): void {
  effect(() => {
    const answer = own.state.value.data
    if (answer) follow(answer)
  })
  effect(() => {
    if (taken.value === 0) return
    void today.refresh()
    void own.refresh()
    void review.refresh()
  })
  effect(() => {
    const letter = reviewed.value
    const kept = review.state.peek().data
    if (letter && kept) review.set(without(kept, letter))
  })
  let spoken = language.peek()
  effect(() => {
    if (language.value === spoken) return
    spoken = language.value
    if (current.peek()) void today.refresh().then(paths.refresh)
  })
}
