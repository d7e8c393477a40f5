/** Letters that wait to be sent. One leaves only when the server has given a verdict for its id. */
import { computed, signal } from '@preact/signals'
import type { Letter } from '../api/types'
import { personId } from '../session'
import { type About, type Database, type Refused, type Waiting, read, write } from './db'
import { type Places, changed } from './resume'

/** The signed-in person's waiting letters, oldest first. Also holds what the storage had no room for. */
export const waiting = signal<Waiting[]>([])
export const unsent = computed(() => waiting.value.length)

/** The signed-in person's letters that the server refused. */
export const refused = signal<Refused[]>([])

/** What runs after a letter is put; the sync sets itself here. */
let wake: () => void = () => undefined
export function onPut(listener: () => void): void {
  wake = listener
}

/**
 * Hands in a letter: kept at once, sent when it can be. In the same step the `places` where it was made are kept or removed.
 * False when the device had no room: then the letter is held in memory, and the places stay as they were.
 */
export async function put(letter: Letter, about: About, places: Places = {}): Promise<boolean> {
  const person = personId.value
  if (!person) throw new Error('No one is signed in')
  const one: Waiting = { id: letter.id, person, letter, about, at: new Date().toISOString() }
  unkept.add(one.id)
  waiting.value = [...waiting.value.filter(({ id }) => id !== one.id), one]
  const kept = await write((db) => keep(db, one, places))
  if (kept) {
    unkept.delete(one.id)
    changed(places)
  }
  wake()
  return kept
}

/** Committed outright, since a page that is going away does not come to it by itself. */
async function keep(db: Database, one: Waiting, places: Places): Promise<void> {
  const change = db.transaction(['outbox', 'resume'], 'readwrite')
  const resume = change.objectStore('resume')
  const asked: Promise<unknown>[] = Object.entries(places).map(([activity, state]) =>
    state === undefined ? resume.delete([one.person, activity]) : resume.put({ person: one.person, activity, state }))
  asked.push(change.objectStore('outbox').put(one))
  change.commit()
  await Promise.all([...asked, change.done])
}

/** Ids that are in memory and not in the store: being written, or refused by a full or missing storage. */
const unkept = new Set<string>()

/** Reads the store again: another tab may have put or sent. Letters held only in memory stay. */
export async function load(person: string): Promise<Waiting[]> {
  const kept = await read((db) => db.getAllFromIndex('outbox', 'person', person), null)
  refused.value = await read((db) => db.getAllFromIndex('refused', 'person', person), refused.value)
  if (kept) {
    const memory = waiting.value.filter((one) => one.person === person && unkept.has(one.id))
    for (const one of memory) if (await write((db) => db.put('outbox', one))) unkept.delete(one.id)
    const ids = new Set(memory.map(({ id }) => id))
    waiting.value = [...kept.filter(({ id }) => !ids.has(id)), ...memory].sort((a, b) => a.at.localeCompare(b.at))
  }
  return waiting.value.filter((one) => one.person === person)
}

/** Takes away what has a verdict that took it in. */
export async function remove(id: string): Promise<void> {
  await write((db) => db.delete('outbox', id))
  forget(id)
}

/** Sets a refused letter aside with the server's reason. It stays until the person has seen and removed it. */
export async function refuse(one: Waiting, code: string): Promise<void> {
  const aside: Refused = { ...one, code, refused_at: new Date().toISOString() }
  const moved = await write(async (db) => {
    const change = db.transaction(['outbox', 'refused'], 'readwrite')
    await Promise.all([change.objectStore('refused').put(aside), change.objectStore('outbox').delete(one.id), change.done])
  })
  refused.value = [...refused.value.filter(({ id }) => id !== one.id), aside]
  if (moved || unkept.has(one.id)) forget(one.id)
}

/** The person has taken care of a refused letter. */
export async function dismiss(id: string): Promise<void> {
  await write((db) => db.delete('refused', id))
  refused.value = refused.value.filter((one) => one.id !== id)
}

/** Nothing of the person is left in memory. */
export function clear(): void {
  unkept.clear()
  waiting.value = []
  refused.value = []
}

function forget(id: string): void {
  unkept.delete(id)
  waiting.value = waiting.value.filter((one) => one.id !== id)
}
