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

/** By activity: what is to be kept of it, or undefined where nothing is any more. */
export type Places = Readonly<Record<string, unknown>>

/** Keeps the state; false when there was no room (the person is told by the banner). */
export async function put(activity: string, state: unknown): Promise<boolean> {
  const person = personId.value
  if (!person) return false
  changed({ [activity]: state })
  return write((db) => db.put('resume', { person, activity, state }))
}

export async function remove(activity: string): Promise<void> {
  const person = personId.value
  if (!person) return
  changed({ [activity]: undefined })
  await write((db) => db.delete('resume', [person, activity]))
}

/** They are kept or removed, or are about to be. */
export function changed(places: Places): void {
  changes += 1
  const here = (activity: string) => places[activity] !== undefined
  const all = Object.keys(places)
  if (all.every((one) => here(one) === begun.value.has(one))) return
  begun.value = new Set([...[...begun.value].filter((one) => !all.includes(one)), ...all.filter(here)])
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
