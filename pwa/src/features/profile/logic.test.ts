import { describe, expect, it } from 'vitest'
import { ApiError } from '../../api/client'
import type { Refused } from '../../offline/db'
import { sizeOf } from '../../text/sizes'
import { aliasOf, called, exported, pinTrouble } from './logic'

describe('the alias', () => {
  it.each([
    ['  Blå   veis ', 'Blå veis'], ['', null], ['   ', null], ['B', undefined], ['æø', 'æø'], ['x'.repeat(24), 'x'.repeat(24)], ['x'.repeat(25), undefined],
  ])('%j is %j', (text, alias) => expect(aliasOf(text)).toBe(alias))
})

it('says sizes', () => {
  expect(sizeOf(0, 'nb')).toBe('0 kB')
  expect(sizeOf(339_500, 'nb')).toBe('340 kB')
  expect(sizeOf(1_240_000, 'nb')).toBe('1,2 MB')
  expect(sizeOf(1_240_000, 'en')).toBe('1.2 MB')
  expect(sizeOf(999_400_000, 'nb')).toBe('999,4 MB')
  expect(sizeOf(10 * 2 ** 30, 'nb')).toBe('10,7 GB')
})

it('calls the person by the alias where there is one', () => {
  const person = { id: 'me', name: 'Ingrid N.', first_name: 'Ingrid', alias: null, language: 'nb' as const, roles: [] }
  expect(called(person, null)).toEqual({ heading: 'Ingrid N.', below: '' })
  expect(called({ ...person, alias: 'Blåveis' }, null)).toEqual({ heading: 'Blåveis', below: 'Ingrid N.' })
})

it('exports refused answers with the reason', () => {
  const refused = [{ id: 'l', person: 'me', code: 'too_large', refused_at: '2026-11-18T10:00:00Z', letter: { id: 'l' } }] as unknown as Refused[]
  const file: unknown = JSON.parse(exported(refused))
  expect(file).toEqual({ format: 'loype.refused/1', letters: [{ code: 'too_large', refused_at: '2026-11-18T10:00:00Z', letter: { id: 'l' } }] })
})

it.each([
  [new ApiError('network', 'unreachable'), 'network'],
  [new ApiError('problem', 'common_pin', 422), 'common'],
  [new ApiError('problem', 'wrong_pin', 403), 'wrong'],
  [new ApiError('problem', 'invalid', 422), 'short'],
  [new ApiError('problem', 'busy', 503), 'failed'],
])('explains why a PIN was not changed: %s', (error, trouble) => expect(pinTrouble(error)).toBe(trouble))
