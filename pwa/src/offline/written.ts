/** What is written to a colleague or of a post: kept with every letter typed, sent when it can be, gone when the server has it. */
import { computed, signal } from '@preact/signals'
import { asApiError, request } from '../api/client'
import type { HelpThread, Rating, RatingGiven } from '../api/types'
import { personId } from '../session'
import { backOff } from './batches'
import { type Rated, type Written, read, write } from './db'
import * as sync from './sync'

/** The signed-in person's drafts and words that wait, oldest first. Also holds what the storage had no room for. */
export const all = signal<Written[]>([])

/** What was handed in and is not with the server: it waits for a network, or the server said no. */
export const handedIn = computed(() => all.value.filter(({ state }) => state !== 'draft'))

/** Of that the words to colleagues. */
export const unsent = computed(() => handedIn.value.filter(({ rating }) => !rating))

/** Of that what was said of posts. */
export const ratings = computed(() => handedIn.value.filter(({ rating }) => rating))

/** The last word that the server took in, and the question as it stands with it. */
export const landed = signal<{ id: string; thread: HelpThread } | null>(null)

/** The last rating that the server took in. */
export const rated = signal<Rating | null>(null)

/** What was begun in a field and not handed in. */
export function draftOf(place: string): Written | undefined {
  return all.value.find((one) => one.place === place && one.state === 'draft')
}

/** Keeps a draft as it is now; an empty one is let go. */
export async function keep(draft: Pick<Written, 'id' | 'place' | 'request' | 'about' | 'text' | 'shared'>): Promise<void> {
  const person = personId.value
  if (!person) return
  if (draft.text.trim() === '') await remove(draft.id)
  else await put({ ...draft, person, state: 'draft', code: null, at: new Date().toISOString() })
}

/** Hands a draft in, or once more what was refused. */
export async function send(id: string): Promise<void> {
  const one = all.value.find((each) => each.id === id)
  if (!one) return
  await put({ ...one, state: 'waiting', code: null })
  await flush()
}

/** Says whether a post was of use. Said again, it takes the place of what was said before, also of what waits. */
export async function rate(rating: Rated, text: string): Promise<void> {
  const person = personId.value
  if (!person) return
  const place = `rating/${rating.version}`
  const at = new Date().toISOString()
  await put({ id: `${place}/${person}`, person, place, request: null, about: null, text, rating, state: 'waiting', code: null, at })
  await flush()
}

export async function remove(id: string): Promise<void> {
  all.value = all.value.filter((one) => one.id !== id)
  await write((db) => db.delete('written', id))
}

async function put(one: Written): Promise<void> {
  all.value = [...all.value.filter(({ id }) => id !== one.id), one]
  await write((db) => db.put('written', one))
}

/** Reads the store: another tab may have written or sent. What only memory holds stays. */
export async function load(person: string): Promise<void> {
  const kept = await read((db) => db.getAllFromIndex('written', 'person', person), null)
  if (!kept) return
  const ids = new Set(kept.map(({ id }) => id))
  const memory = all.value.filter((one) => one.person === person && !ids.has(one.id) && one.state !== 'draft')
  all.value = [...kept, ...memory].sort((a, b) => a.at.localeCompare(b.at))
}

let running: Promise<void> | null = null
let again = false
let failures = 0
let timer: ReturnType<typeof setTimeout> | undefined

/** Sends all that waits. Resolves when nothing more can be done now; never rejects. */
export function flush(): Promise<void> {
  again = running !== null
  running ??= alone().finally(() => {
    running = null
    if (again) void flush()
  })
  return running
}

/** One tab at a time; where there are no Web Locks the ids still make it safe. */
async function alone(): Promise<void> {
  if ('locks' in navigator) await navigator.locks.request('loype-written', sendAll)
  else await sendAll()
}

const isWaiting = ({ state }: Written): boolean => state === 'waiting'

/** What is said of a post comes after the answers that made it the person's: without these the server knows of none. */
async function sendAll(): Promise<void> {
  clearTimeout(timer)
  const person = personId.value
  if (!person || !all.value.some(isWaiting)) return
  await sync.flush()
  if (personId.value !== person) return
  for (const one of all.value.filter(isWaiting)) {
    try {
      const landing = await sent(one)
      failures = 0
      if (personId.value !== person) return
      if (isSame(one)) await remove(one.id)
      landing()
    } catch (caught) {
      const error = asApiError(caught)
      if (personId.value !== person) return
      if (error.kind === 'network' || error.status >= 500 || error.status === 401) return retryLater(error.status)
      if (isSame(one)) await put({ ...one, state: 'refused', code: error.code })
    }
  }
}

/** Sends it, and gives what is to be done when it has landed. */
async function sent(one: Written): Promise<() => void> {
  if (one.rating) {
    const { version, ...said } = one.rating
    const body = { ...said, text: one.text.trim() } as RatingGiven
    const taken = await request<Rating>(`/feedback/${encodeURIComponent(version)}`, { method: 'PUT', body })
    return () => {
      rated.value = taken
    }
  }
  const thread = await request<HelpThread>(pathOf(one), { method: 'POST', body: bodyOf(one) })
  return () => {
    landed.value = { id: one.id, thread }
  }
}

/** Whether it is still what was sent: a rating may have been changed meanwhile. */
function isSame(sent: Written): boolean {
  const said = ({ at, text, rating }: Written) => JSON.stringify([at, text, rating])
  return all.value.some((one) => one.id === sent.id && said(one) === said(sent))
}

function pathOf({ request: id }: Written): string {
  return id === null ? '/help/mine' : `/help/requests/${encodeURIComponent(id)}/replies`
}

function bodyOf({ id, text, about, shared, request: reply }: Written) {
  if (reply !== null) return { key: id, text }
  return { key: id, text, about: about && { version: about.version, card: about.card }, ...(shared === undefined ? {} : { shared }) }
}

function retryLater(status: number): void {
  if (status === 401) return
  failures += 1
  timer = setTimeout(() => void flush(), backOff(failures, Math.random()))
}

/** What others have begun and not handed in on this device is forgotten; what they handed in waits for them. */
export async function dropDrafts(person: string): Promise<void> {
  const others = (await read((db) => db.getAll('written'), [])).filter((one) => one.person !== person && one.state === 'draft')
  for (const { id } of others) await write((db) => db.delete('written', id))
}

/** Nothing of the person is left in memory. */
export function clear(): void {
  clearTimeout(timer)
  failures = 0
  all.value = []
  landed.value = null
  rated.value = null
}

/** Sends at once whenever there is new reason to believe it works. */
export function listen(): void {
  addEventListener('online', () => void flush())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void flush()
  })
}
