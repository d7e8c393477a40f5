/** The last answers of the server, so that every screen has something true to show without a network. */
import { personId } from '../session'
import { type Snapshot, read, write } from './db'

/** The kept answer of a kind ("today", "paths", …) for the signed-in person. */
export async function get(kind: string): Promise<Snapshot | undefined> {
  const person = personId.value
  return person ? read((db) => db.get('snapshots', [person, kind]), undefined) : undefined
}

export async function put(kind: string, data: unknown, etag: string | null): Promise<void> {
  const person = personId.value
  if (!person) return
  await write((db) => db.put('snapshots', { person, kind, at: new Date().toISOString(), etag, data }))
}

/** The kept answers whose kind begins with `prefix`. */
export async function all(prefix: string): Promise<Snapshot[]> {
  const person = personId.value
  if (!person) return []
  const range = IDBKeyRange.bound([person, prefix], [person, `${prefix}\uffff`])
  return read((db) => db.getAll('snapshots', range), [])
}

export async function remove(kind: string): Promise<void> {
  const person = personId.value
  if (person) await write((db) => db.delete('snapshots', [person, kind]))
}
