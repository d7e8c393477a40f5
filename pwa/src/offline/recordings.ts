/** Sound and video with their captions: fetched in parts when asked for, or by themselves where the network costs nothing. */
import { signal } from '@preact/signals'
import { medium } from '../api/client'
import type { ModuleDocument } from '../api/types'
import { type Recording } from '../rules/cards'
import { mayFetchByItself } from './connection'
import { read, write } from './db'

const PART = 2 ** 20
const idOf = (hash: string): string => `media/${hash}`

/** How much of what is being fetched is here, from 0 to 1, by hash. */
export const fetched = signal<ReadonlyMap<string, number>>(new Map())

const addresses = new Map<string, string>()
/** What has come of something that was broken off; it goes on there. */
const begun = new Map<string, Blob[]>()
const coming = new Map<string, Promise<Blob>>()
let turn = 0

/** All of a document that is played, and the captions of what is watched. */
export function playedIn(document: ModuleDocument): { recordings: Recording[]; captions: string[] } {
  const cards = document.cards.filter((card) => !('variants' in card))
  return {
    recordings: cards.flatMap((card) => (card.type === 'audio' ? [card.audio] : card.type === 'video' ? [card.video] : [])),
    captions: cards.flatMap((card) => (card.type === 'video' ? [card.captions.media] : [])),
  }
}

/** Keeps the captions of a document, and its sound and video where they may be fetched; the ids of all it would keep. */
export async function stock(document: ModuleDocument): Promise<string[]> {
  const mine = turn
  const { recordings, captions } = playedIn(document)
  for (const hash of captions) await kept(hash)
  for (const recording of recordings) {
    if (mine === turn && mayFetchByItself()) await recordingOf(recording)
  }
  return [...captions, ...recordings.map(({ media }) => media)].map(idOf)
}

/** Whether it lies on the device. */
export async function isHere(hash: string): Promise<boolean> {
  return (await read((db) => db.getKey('library', idOf(hash)), undefined)) !== undefined
}

/** A `blob:` address of sound or video, fetched where it is not on the device. */
export async function addressOf(recording: Recording): Promise<string> {
  return addresses.get(recording.media) ?? named(recording.media, await recordingOf(recording))
}

/** A `blob:` address of captions, and the words in them. */
export async function captionsOf(hash: string): Promise<{ address: string; words: string }> {
  const blob = await kept(hash)
  return { address: addresses.get(hash) ?? named(hash, blob), words: wordsOf(await blob.text()) }
}

/** What captions say, a paragraph for each. */
export function wordsOf(captions: string): string {
  const blocks = captions.replace(/\r\n?/g, '\n').split(/\n{2,}/).map((block) => block.split('\n'))
  return blocks.flatMap((lines) => {
    const times = lines.findIndex((line) => line.includes('-->'))
    return times < 0 ? [] : [lines.slice(times + 1).join(' ').trim()]
  }).join('\n\n')
}

function named(hash: string, blob: Blob): string {
  const address = URL.createObjectURL(blob)
  addresses.set(hash, address)
  return address
}

/** Fetches it unless it is here. What is asked for twice comes once. */
export function recordingOf({ media: hash, bytes }: Recording): Promise<Blob> {
  const known = coming.get(hash)
  if (known) return known
  const fresh = kept(hash, () => inParts(hash, bytes)).finally(() => coming.delete(hash))
  coming.set(hash, fresh)
  return fresh
}

async function kept(hash: string, fetch: () => Promise<Blob> = () => medium(hash)): Promise<Blob> {
  const here = await read((db) => db.get('library', idOf(hash)), undefined)
  if (here?.blob) return here.blob
  const mine = turn
  const blob = await fetch()
  if (mine === turn) await write((db) => db.put('library', { id: idOf(hash), blob, type: blob.type, size: blob.size }))
  return blob
}

async function inParts(hash: string, bytes: number): Promise<Blob> {
  const mine = turn
  const parts = begun.get(hash) ?? []
  begun.set(hash, parts)
  tell(hash, (parts.length * PART) / bytes)
  while (parts.length * PART < bytes) {
    const first = parts.length * PART
    const part = await medium(hash, { first, last: Math.min(first + PART, bytes) - 1 })
    if (mine !== turn) throw new Error('signed out')
    parts.push(part)
    tell(hash, Math.min((parts.length * PART) / bytes, 1))
  }
  begun.delete(hash)
  return new Blob(parts, { type: parts[0]?.type ?? '' })
}

function tell(hash: string, share: number): void {
  fetched.value = new Map(fetched.value).set(hash, share)
}

/** Lets go of all that is played and stops fetching; for signing out. */
export function clear(): void {
  turn += 1
  for (const address of addresses.values()) URL.revokeObjectURL(address)
  for (const held of [addresses, begun, coming]) held.clear()
  fetched.value = new Map()
}
