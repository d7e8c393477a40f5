/** What is kept on the device. Everything but `sealed` belongs to a signed-in person and goes at sign-out. */
import { signal } from '@preact/signals'
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Letter, ModuleDocument, SealMaterial } from '../api/types'
import type { Session } from '../session'

/** What the screens need to know of a letter without reading its answers. */
export type About = { quest: string; run: string; activity: string; complete: boolean; seconds: number }

export type Waiting = { id: string; person: string; letter: Letter; about: About; at: string }
export type Refused = Waiting & { code: string; refused_at: string }
export type Sealed = { id: string; token: string; key: string; iv: string; sealed: string; letters: number }
export type Snapshot = { person: string; kind: string; at: string; etag: string | null; data: unknown }
/** Sound and video are a `blob`, which stays on the disk when all that is kept is listed. */
export type Kept = { id: string; document?: ModuleDocument; bytes?: ArrayBuffer; blob?: Blob; type?: string; size: number }
/** The post, or its card, that a question is about, and what it is called. */
export type Post = { version: string; card: string | null; title: string; prompt: string | null }
/** Whether a post was of use, and why. */
export type Rated = { version: string; useful: boolean; reason: string | null; language: string }
/**
 * Something written to a colleague, or of a post, which has a `rating`. `request`: the question it is a reply to.
 * `place`: the field it stands in.
 */
export type Written = {
  id: string; person: string; place: string; request: string | null; about: Post | null; text: string; rating?: Rated
  shared?: boolean
  state: 'draft' | 'waiting' | 'refused'; code: string | null; at: string
}
/** An editor's work on a module that the server has not yet: the draft it began from, and as it is now. */
export type KeptDraft = { person: string; module: string; base: unknown; revision: number; document: unknown; at: string }
export type Key =
  | { id: 'session'; session: Session }
  | { id: 'signed_out' }
  | { id: `seal:${string}`; seal: SealMaterial }
  | { id: 'push_shown'; at: string }

interface Schema extends DBSchema {
  outbox: { key: string; value: Waiting; indexes: { person: string } }
  refused: { key: string; value: Refused; indexes: { person: string } }
  sealed: { key: string; value: Sealed }
  library: { key: string; value: Kept }
  snapshots: { key: [string, string]; value: Snapshot }
  resume: { key: [string, string]; value: { person: string; activity: string; state: unknown } }
  keys: { key: string; value: Key }
  written: { key: string; value: Written; indexes: { person: string } }
  drafts: { key: [string, string]; value: KeptDraft }
}

export type Database = IDBPDatabase<Schema>

/** `full`: a write found no room. `missing`: the browser gives no storage. Both are told on the screen. */
export type Storage = 'ok' | 'full' | 'missing'
export const storage = signal<Storage>('ok')

const NAME = 'loype'
const VERSION = 3
let opening: Promise<Database> | null = null

/** The database; rejects where the browser has none or refuses it. */
export function database(): Promise<Database> {
  opening ??= open()
  return opening
}

async function exists(): Promise<boolean> {
  if (!globalThis.indexedDB) {
    storage.value = 'missing'
    return false
  }
  const all = await indexedDB.databases?.()
  return all ? all.some(({ name }) => name === NAME) : true
}

async function open(): Promise<Database> {
  try {
    return await openDB<Schema>(NAME, VERSION, {
      upgrade(db, before) {
        if (before < 3) db.createObjectStore('drafts', { keyPath: ['person', 'module'] })
        if (before < 2) db.createObjectStore('written', { keyPath: 'id' }).createIndex('person', 'person')
        if (before >= 1) return
        db.createObjectStore('outbox', { keyPath: 'id' }).createIndex('person', 'person')
        db.createObjectStore('refused', { keyPath: 'id' }).createIndex('person', 'person')
        db.createObjectStore('sealed', { keyPath: 'id' })
        db.createObjectStore('library', { keyPath: 'id' })
        db.createObjectStore('snapshots', { keyPath: ['person', 'kind'] })
        db.createObjectStore('resume', { keyPath: ['person', 'activity'] })
        db.createObjectStore('keys', { keyPath: 'id' })
      },
      blocking(_old, _new, event) {
        ;(event.target as IDBDatabase).close()
        opening = null
      },
      terminated() {
        opening = null
      },
    })
  } catch (error) {
    opening = null
    storage.value = 'missing'
    throw error
  }
}

/** Runs `work` on the database and says whether it succeeded. A failure is shown to the person, never swallowed. */
export async function write(work: (db: Database) => Promise<unknown>): Promise<boolean> {
  try {
    await work(await database())
    if (storage.value !== 'ok') storage.value = 'ok'
    return true
  } catch (error) {
    storage.value = isFull(error) ? 'full' : 'missing'
    return false
  }
}

/** Reads from the database; `otherwise` where there is none. Reading never creates one. */
export async function read<T>(work: (db: Database) => Promise<T>, otherwise: T): Promise<T> {
  try {
    return opening || (await exists()) ? await work(await database()) : otherwise
  } catch {
    return otherwise
  }
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError'
}
