/** Where a person stopped in a module, so that it goes on exactly there. */
import { signal } from '@preact/signals'
import { personId } from '../session'
import { read, write } from './db'

/** Activities that are begun and not finished, for the map. */
export const begun = signal<ReadonlySet<string>>(new Set())

/** Whose `begun` is, as the database had it when the page last came into view. */
let known: string | null = null

/** How often something was kept or removed here, so that a reading that this overtook is done again. */
let changes = 0

/** The kept state, or undefined. */
export async function get<State>(activity: string): Promise<State | undefined> {
  const person = personId.value
  if (!person || (known === person && !begun.value.has(activity))) return undefined
  const kept = await read((db) => db.get('resume', [person, activity]), undefined)
  return kept?.state as State | undefined
}

/** Keeps the state; false when there was no room (the person is told by the banner). */
export async function put(activity: string, state: unknown): Promise<boolean> {
  const person = personId.value
  if (!person) return false
  changes += 1
  if (!begun.value.has(activity)) begun.value = new Set(begun.value).add(activity)
  return write((db) => db.put('resume', { person, activity, state }))
}

export async function remove(activity: string): Promise<void> {
  const person = personId.value
  if (!person) return
  gone(activity)
  await write((db) => db.delete('resume', [person, activity]))
}

/** It is removed, or is about to be. */
export function gone(activity: string): void {
  changes += 1
  begun.value = new Set([...begun.value].filter((one) => one !== activity))
}

/** Reads what is begun into the signal, at the start of a session. */
export async function load(person: string): Promise<void> {
  known = null
  const before = changes
  const range = IDBKeyRange.bound([person], [person, []])
  const keys = await read((db) => db.getAllKeys('resume', range), null)
  if (before !== changes) return load(person)
  begun.value = new Set(keys?.map(([, activity]) => activity))
  if (keys) known = person
}

/** Another window may have begun or finished something while this one was away. */
export function listen(): void {
  document.addEventListener('visibilitychange', () => {
    const person = personId.value
    known = null
    if (person && document.visibilityState === 'visible') void load(person)
  })
}
