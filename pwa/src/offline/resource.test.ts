import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { session } from '../session'
import { resource } from './resource'

beforeEach(() => {
  const person = { id: 'me', name: 'Ingrid', first_name: 'Ingrid', alias: null, language: 'nb' as const, roles: [] }
  session.value = { person, organisation: { code: 'f', name: '', time_zone: 'Europe/Oslo', game_layer: true, leagues: false }, shared: false }
})

afterEach(() => {
  vi.unstubAllGlobals()
})

it('keeps what was set while an older answer was on its way', async () => {
  let answer: (response: Response) => void = () => undefined
  vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => (answer = resolve)))
  const own = resource<{ game: boolean }>('own', '/me')
  const asked = own.refresh()
  await vi.waitFor(() => expect(answer.length).toBe(1))
  own.set({ game: false })
  answer(new Response(JSON.stringify({ game: true }), { headers: { 'Content-Type': 'application/json' } }))
  await asked
  expect(own.state.value.data).toEqual({ game: false })
})

it('shows what comes after it', async () => {
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ game: true }), { headers: { 'Content-Type': 'application/json' } }))
  const own = resource<{ game: boolean }>('own', '/me')
  own.set({ game: false })
  await own.refresh()
  expect(own.state.value.data).toEqual({ game: true })
})
