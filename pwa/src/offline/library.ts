/** The posts themselves, kept on the device: every module of the opened quests, with its pictures. */
import { computed, signal } from '@preact/signals'
import { picture, request } from '../api/client'
import type { Activity, Language, ModuleDocument, Quest } from '../api/types'
import { language } from '../text'
import { type Kept, read, write } from './db'
import * as recordings from './recordings'

/** How much of what is opened lies on the device, and its size in bytes. */
export const shelf = signal({ kept: 0, wanted: 0, bytes: 0 })
export const complete = computed(() => shelf.value.kept >= shelf.value.wanted)

/** Pixels (of the style sheet) that the player is wide at the most. */
const WIDEST = 480

/** Documents that a page has in hand, those read last at the end; a post opens from here without waiting. */
const inHand = new Map<string, ModuleDocument>()
const MOST_IN_HAND = 60

const addresses = new Map<string, string>()
const documentId = (version: string, language: string): string => `module/${version}/${language}`
const pictureId = (hash: string): string => `picture/${hash}`

/** The language a module is played in: the person's where it exists, else the first it has. */
export function playedIn(languages: readonly Language[], wanted: Language = language.value): Language {
  return languages.includes(wanted) ? wanted : (languages[0] ?? wanted)
}

/** A module document: from the device, else from the server and then kept. */
export async function document(version: string, language: string): Promise<ModuleDocument> {
  const id = documentId(version, language)
  const found = inHand.get(id) ?? (await read((db) => db.get('library', id), undefined))?.document
  if (found) return took(id, found)
  return once(id, async () => {
    const document = await request<ModuleDocument>(`/modules/${version}/${language}`)
    await keep({ id, document, size: JSON.stringify(document).length })
    return took(id, document)
  })
}

function took(id: string, document: ModuleDocument): ModuleDocument {
  inHand.delete(id)
  inHand.set(id, document)
  for (const [oldest] of inHand) if (inHand.size > MOST_IN_HAND) inHand.delete(oldest)
  return document
}

/** A `blob:` address of a picture; the same one each time while the page lives. */
export async function pictureUrl(hash: string): Promise<string> {
  const known = addresses.get(hash)
  if (known) return known
  const { bytes, type } = await pictureOf(hash)
  const address = URL.createObjectURL(new Blob([bytes], { type }))
  addresses.set(hash, address)
  return address
}

async function pictureOf(hash: string): Promise<{ bytes: ArrayBuffer; type: string }> {
  const id = pictureId(hash)
  const kept = await read((db) => db.get('library', id), undefined)
  if (kept?.bytes) return { bytes: kept.bytes, type: kept.type ?? '' }
  return once(id, async () => {
    const blob = await picture(hash, shownWidth())
    const bytes = await blob.arrayBuffer()
    await keep({ id, bytes, type: blob.type, size: bytes.byteLength })
    return { bytes, type: blob.type }
  })
}

/** How many of its own pixels this screen can give a picture that fills the player. */
function shownWidth(): number {
  return Math.min(innerWidth, WIDEST) * devicePixelRatio
}

const coming = new Map<string, Promise<unknown>>()

/** What is asked for twice at the same time is fetched once. */
function once<T>(id: string, fetched: () => Promise<T>): Promise<T> {
  const known = coming.get(id) as Promise<T> | undefined
  if (known) return known
  const fresh = fetched().finally(() => coming.delete(id))
  coming.set(id, fresh)
  return fresh
}

function keep(item: Kept): Promise<boolean> {
  return write((db) => db.put('library', item))
}

/** The pictures a document shows, wherever in its cards they stand. */
export function picturesOf(document: ModuleDocument): string[] {
  const found = (part: unknown): string[] => {
    if (Array.isArray(part)) return part.flatMap(found)
    if (typeof part !== 'object' || part === null) return []
    if ('media' in part && 'alt' in part && typeof part.media === 'string') return [part.media]
    return Object.values(part).flatMap(found)
  }
  return [...new Set(found(document.cards))]
}

/** A module to keep, in the language it is played in. */
type Needed = Pick<Activity, 'version' | 'languages'>

let turn = 0

/** Fetches what these quests and reviews need and is not here yet, then drops what none of them refers to. Exams are never kept. */
export async function stock(quests: readonly Quest[], reviewed: readonly Needed[] = []): Promise<void> {
  const mine = ++turn
  const posts = quests.flatMap(({ activities }) => activities).filter(({ kind, exam }) => kind === 'module' && !exam)
  const wanted = unique([...posts, ...reviewed])
  const needed = new Set<string>()
  let got = 0
  for (const activity of wanted) {
    if (mine !== turn) return
    const spoken = playedIn(activity.languages)
    needed.add(documentId(activity.version, spoken))
    try {
      const found = await document(activity.version, spoken)
      for (const hash of picturesOf(found)) {
        needed.add(pictureId(hash))
        await pictureOf(hash)
      }
      for (const id of await recordings.stock(found)) needed.add(id)
      got += 1
    } catch {
      // Without a network the rest is fetched the next time; what is missing shows in the count.
    }
  }
  if (mine === turn) await tidy(needed, got, wanted.length)
}

async function tidy(needed: ReadonlySet<string>, kept: number, wanted: number): Promise<void> {
  const ids = await read((db) => db.getAllKeys('library'), [])
  const unneeded = kept === wanted ? ids.filter((id) => !needed.has(id)) : []
  for (const id of unneeded) await write((db) => db.delete('library', id))
  const items = await read((db) => db.getAll('library'), [])
  shelf.value = { kept, wanted, bytes: items.reduce((sum, { size }) => sum + size, 0) }
}

function unique(activities: readonly Needed[]): Needed[] {
  return [...new Map(activities.map((one) => [one.version, one])).values()]
}

/** Lets go of all pictures shown and stops fetching; for signing out. */
export function clear(): void {
  turn += 1
  for (const address of addresses.values()) URL.revokeObjectURL(address)
  addresses.clear()
  inHand.clear()
  recordings.clear()
  shelf.value = { kept: 0, wanted: 0, bytes: 0 }
}
