/** Where a person stopped in a module, so that it goes on exactly there. */
import { signal } from '@preact/signals'
import { personId } from '../session'
import { read, write } from './db'

/** Activities that are begun and not finished, for the map. */
export const begun = signal<ReadonlySet<string>>(new Set())

/** The kept state, or undefined. */
export async function get<State>(activity: string): Promise<State | undefined> {
  const person = personId.value
  if (!person) return undefined
  const kept = await read((db) => db.get('resume', [person, activity]), undefined)
  return kept?.state as State | undefined
}

/** Keeps the state; false when there was no room (the person is told by the banner). */
export async function put(activity: string, state: unknown): Promise<boolean> {
  const person = personId.value
  if (!person) return false
  begun.value = new Set(begun.value).add(activity)
  return write((db) => db.put('resume', { person, activity, state }))
}

export async function remove(activity: string): Promise<void> {
  const person = personId.value
  if (!person) return
  begun.value = new Set([...begun.value].filter((one) => one !== activity))
  await write((db) => db.delete('resume', [person, activity]))
}

/** Reads what is begun into the signal, at the start of a session. */
export async function load(person: string): Promise<void> {
  const range = IDBKeyRange.bound([person], [person, []])
  const keys = await read((db) => db.getAllKeys('resume', range), [])
  begun.value = new Set(keys.map(([, activity]) => activity))
}
