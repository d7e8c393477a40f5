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

const said = (data: object) => new Response(JSON.stringify(data), { headers: { 'Content-Type': 'application/json' } })

it('asks once more when asked while an answer is on its way, which may be older than why', async () => {
  const answers: ((response: Response) => void)[] = []
  vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => answers.push(resolve)))
  const own = resource<{ asked: number }>('own', '/me')
  void own.refresh()
  await vi.waitFor(() => expect(answers.length).toBe(1))
  const again = own.refresh()
  answers[0]?.(said({ asked: 4 }))
  await vi.waitFor(() => expect(answers.length).toBe(2))
  answers[1]?.(said({ asked: 5 }))
  await again
  expect(own.state.value.data).toEqual({ asked: 5 })
  expect(answers.length).toBe(2)
})

it('asks once for all who ask at once', async () => {
  const fetched = vi.fn(async () => said({ game: true }))
  vi.stubGlobal('fetch', fetched)
  const own = resource<{ game: boolean }>('own', '/me')
  own.set({ game: false })
  await Promise.all([own.refresh(), own.refresh(), own.refresh()])
  expect(fetched).toHaveBeenCalledTimes(1)
})
