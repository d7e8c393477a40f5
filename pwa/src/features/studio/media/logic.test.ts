import { describe, expect, it } from 'vitest'
import { ApiError } from '../../../api/client'
import type { StudioMedium } from '../../../api/types'
import { faults } from '../../../text/nb/faults'
import { media } from '../../../text/nb/media'
import { focused } from '../../../ui/focus'
import { MOST, changeOf, draftOf, guessed, movedBy, pageAddress, pointIn, reasonOf, referenceTo, tooLarge } from './logic'

const MEDIUM: StudioMedium = {
  hash: 'a'.repeat(64), media_type: 'image/webp', family: 'picture', size: 1000, seconds: null, width: 640, height: 360, title: 'Badet', named: 'Badet',
  alt: { nb: 'Et bad' }, focus: { x: 0.25, y: 1 }, licence: 'own', credit: '', source: '', added_at: '2026-11-29T08:00:00Z', added_by: null, uses: [], used: 0,
}

it.each([
  ['bilde.jpg', 'image/jpeg', 'picture'],
  ['tale.mp3', 'audio/mpeg', 'audio'],
  ['film.mp4', 'video/mp4', 'video'],
  ['film.nb.VTT', '', 'captions'],
  ['notat.txt', 'text/plain', null],
] as const)('takes %s for what its name says', (name, type, family) => expect(guessed({ name, type })).toBe(family))

it('does not send what would be refused for its size', () => {
  expect(tooLarge({ name: 'a.jpg', type: 'image/jpeg', size: MOST.picture })).toBe(false)
  expect(tooLarge({ name: 'a.jpg', type: 'image/jpeg', size: MOST.picture + 1 })).toBe(true)
  expect(tooLarge({ name: 'a', type: '', size: MOST.video })).toBe(false)
  expect(tooLarge({ name: 'a', type: '', size: MOST.video + 1 })).toBe(true)
})

describe('why a file was not taken in', () => {
  const fault = (code: string, given: Record<string, string> = {}) => ({ file: '', place: '', code, given, remedy: 'in English' })
  it.each([
    [new ApiError('problem', 'invalid', 422, {}, null, [fault('media_damaged')]), faults.remedies.media_damaged],
    [new ApiError('problem', 'too_large', 413, {}, null, [fault('media_large', { most: '20' })]), 'er større enn 20 MiB. Gjør den mindre.'],
    [new ApiError('problem', 'invalid', 422, {}, null, [fault('newer')]), 'in English'],
    [new ApiError('network', 'unreachable'), media.offline],
    [new ApiError('problem', 'storage_full', 507), media.storageFull],
    [new ApiError('network', 'unreachable', 413), media.tooLarge],
    [new ApiError('problem', 'error', 500), media.failed],
    ['too_large' as const, media.tooLarge],
  ])('%s', (error, sentence) => expect(reasonOf(error, media, faults)).toBe(sentence))
})

it('moves the focus by arrows within the picture', () => {
  expect(movedBy(null, 'ArrowRight', false)).toEqual({ x: 0.55, y: 0.5 })
  expect(movedBy({ x: 0.02, y: 0.5 }, 'ArrowLeft', false)).toEqual({ x: 0, y: 0.5 })
  expect(movedBy({ x: 0.5, y: 0.995 }, 'ArrowDown', true)).toEqual({ x: 0.5, y: 1 })
  expect(movedBy({ x: 0.5, y: 0.5 }, 'ArrowUp', true)).toEqual({ x: 0.5, y: 0.49 })
  expect(movedBy({ x: 0.5, y: 0.5 }, 'Enter', false)).toBeNull()
})

it('finds the point under a finger, and none outside', () => {
  const frame = { left: 10, top: 20, width: 200, height: 100 }
  expect(pointIn(frame, 60, 70)).toEqual({ x: 0.25, y: 0.5 })
  expect(pointIn(frame, 0, 500)).toEqual({ x: 0, y: 1 })
})

it('keeps the focus in sight, and the middle where there is none', () => {
  expect(focused({ x: 0.25, y: 1 })).toEqual({ objectPosition: '25% 100%' })
  expect(focused(null)).toBeUndefined()
})

it('fills the form with what is known and tells the server all of it', () => {
  const draft = draftOf(MEDIUM)
  expect(draft.alt).toEqual({ nb: 'Et bad', nn: '', en: '' })
  const change = changeOf({ ...draft, title: ' Badet ', alt: { nb: '', nn: ' Eit bad ', en: '' }, focus: null })
  expect(change).toEqual({ title: 'Badet', alt: { nn: 'Eit bad' }, focus: null, licence: 'own', credit: '', source: '' })
})

it('refers to a medium as documents do', () => {
  expect(referenceTo(MEDIUM)).toEqual({ media: MEDIUM.hash, alt: { nb: 'Et bad' }, focus: { x: 0.25, y: 1 } })
  expect(referenceTo({ ...MEDIUM, focus: null })).toEqual({ media: MEDIUM.hash, alt: { nb: 'Et bad' } })
  expect(referenceTo({ ...MEDIUM, family: 'video', seconds: 12 })).toEqual({ media: MEDIUM.hash, seconds: 12, bytes: 1000 })
  expect(referenceTo({ ...MEDIUM, family: 'captions', seconds: 12 })).toEqual({ media: MEDIUM.hash })
})

it('asks for a page by what is looked for', () => {
  expect(pageAddress(1, { words: '', family: null, unused: false })).toBe('/studio/media?page=1')
  expect(pageAddress(2, { words: ' bad & dusj ', family: 'picture', unused: true })).toBe('/studio/media?page=2&q=bad+%26+dusj&family=picture&unused=true')
})
