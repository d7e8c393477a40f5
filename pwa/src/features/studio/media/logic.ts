/** What the library decides without a screen. */
import type { MediumChange, MediumFamily, StudioMedium } from '../../../api/types'
import type { ApiError } from '../../../api/client'
import type { FaultsText } from '../../../text/nb/faults'
import type { MediaText } from '../../../text/nb/media'
import type { Focus } from '../../../ui/focus'
import { sentenceOf } from '../remedies'

export const LANGUAGES = ['nb', 'nn', 'en'] as const
export const LICENCES = ['cc0', 'cc_by', 'cc_by_sa', 'own', 'permission'] as const
export const FAMILIES = ['picture', 'audio', 'video', 'captions'] as const

const MIB = 1024 * 1024
/** Bytes of a file that may be sent, by family; the server looks at the bytes themselves. */
export const MOST: Record<MediumFamily, number> = { picture: 20 * MIB, audio: 20 * MIB, video: 100 * MIB, captions: 256 * 1024 }

/** What the browser's chooser offers. HEIC is left out, so that telephones hand over a JPEG. */
export const ACCEPT: Record<MediumFamily, string> = {
  picture: 'image/jpeg,image/png,image/webp,image/avif,image/gif,image/svg+xml',
  audio: 'audio/mpeg,audio/mp4,audio/ogg,audio/webm,.mp3,.m4a,.opus,.weba',
  video: 'video/mp4,video/webm',
  captions: 'text/vtt,.vtt',
}

/** The family a file seems to be of by its name; null where it tells nothing. */
export function guessed({ name, type }: Pick<File, 'name' | 'type'>): MediumFamily | null {
  if (/\.vtt$/i.test(name) || type === 'text/vtt') return 'captions'
  const [kind] = type.split('/')
  return kind === 'image' ? 'picture' : kind === 'audio' || kind === 'video' ? kind : null
}

/** Whether it would be refused for its size, so that it need not be sent at all. */
export function tooLarge(file: Pick<File, 'name' | 'type' | 'size'>): boolean {
  const family = guessed(file)
  return file.size > (family ? MOST[family] : MOST.video)
}

/** Why a file was not taken in, as a sentence that begins with its name. */
export function reasonOf(error: ApiError | 'too_large', t: MediaText, words: FaultsText): string {
  if (error === 'too_large') return t.tooLarge
  if (error.faults.length > 0) return [...new Set(error.faults.map((fault) => sentenceOf(fault, words)))].join(' ')
  if (error.status === 413) return t.tooLarge // of a proxy, which has no words for it
  if (error.kind === 'network') return t.offline
  return error.code === 'storage_full' ? t.storageFull : t.failed
}

const STEP = 0.05
const FINE = 0.01
const MOVES: Record<string, readonly [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

/** Where the focus comes to by a key, in steps of a twentieth, with Shift of a hundredth; null for other keys. */
export function movedBy(focus: Focus | null, key: string, fine: boolean): Focus | null {
  const move = MOVES[key]
  if (!move) return null
  const by = fine ? FINE : STEP
  const from = focus ?? { x: 0.5, y: 0.5 }
  return { x: within(from.x + move[0] * by), y: within(from.y + move[1] * by) }
}

/** The point of a picture under a finger, as fractions of it. */
export function pointIn({ left, top, width, height }: Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>, x: number, y: number): Focus {
  return { x: within((x - left) / width), y: within((y - top) / height) }
}

function within(share: number): number {
  return Math.round(100 * Math.min(1, Math.max(0, share))) / 100
}

/** The form of a medium as a person fills it in. */
export type Draft = {
  title: string
  alt: Record<(typeof LANGUAGES)[number], string>
  focus: Focus | null
  licence: StudioMedium['licence']
  credit: string
  source: string
}

export function draftOf({ title, alt, focus, licence, credit, source }: StudioMedium): Draft {
  return { title, alt: { nb: alt.nb ?? '', nn: alt.nn ?? '', en: alt.en ?? '' }, focus, licence, credit, source }
}

/** What the server is told of it: all that the form shows. */
export function changeOf({ title, alt, focus, licence, credit, source }: Draft): MediumChange {
  const kept = Object.fromEntries(Object.entries(alt).map(([language, text]) => [language, text.trim()]).filter(([, text]) => text))
  return { title: title.trim(), alt: kept, focus, licence, credit: credit.trim(), source: source.trim() }
}

/** How a module document refers to a medium: by its hash, with what is known of the picture, or how long it lasts. */
export type Reference = { media: string; alt?: Record<string, string>; focus?: Focus; seconds?: number; bytes?: number }

export function referenceTo({ hash, family, alt, focus, seconds, size }: StudioMedium): Reference {
  if (family === 'picture') return { media: hash, alt: { ...alt }, ...(focus ? { focus } : {}) }
  return family === 'captions' || seconds === null ? { media: hash } : { media: hash, seconds, bytes: size }
}

/** The address of a page of the library. */
export function pageAddress(page: number, asked: { words: string; family: MediumFamily | null; unused: boolean }): string {
  const query = new URLSearchParams({ page: String(page) })
  if (asked.words.trim()) query.set('q', asked.words.trim().slice(0, 100))
  if (asked.family) query.set('family', asked.family)
  if (asked.unused) query.set('unused', 'true')
  return `/studio/media?${query}`
}
