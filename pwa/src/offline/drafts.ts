/** Work on modules that the server has not yet, kept on the device until it has. */
import { personId } from '../session'
import { type KeptDraft, read, write } from './db'

/** What is kept of a module for the signed-in person. */
export async function get(module: string): Promise<KeptDraft | undefined> {
  const person = personId.value
  return person ? read((db) => db.get('drafts', [person, module]), undefined) : undefined
}

export async function put(kept: Omit<KeptDraft, 'person' | 'at'>): Promise<boolean> {
  const person = personId.value
  return person !== null && write((db) => db.put('drafts', { ...kept, person, at: new Date().toISOString() }))
}

export async function remove(module: string): Promise<void> {
  const person = personId.value
  if (person) await write((db) => db.delete('drafts', [person, module]))
}

/** How many modules of a person wait here. */
export function waiting(person: string): Promise<number> {
  return read((db) => db.count('drafts', IDBKeyRange.bound([person], [person, []])), 0)
}
