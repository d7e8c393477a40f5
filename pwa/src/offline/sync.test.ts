import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Letter } from '../api/types'
import { csrf, session } from '../session'
import { database } from './db'
import { waitingLetter } from './letters.fixture'
import * as outbox from './outbox'
import * as resume from './resume'
import { clear, finished, flush, verdictOf } from './sync'

type Reply = { status?: number; type?: string; body: unknown }
let calls: Letter[][] = []

/** A server that answers each call with what `reply` says. */
function server(reply: (letters: Letter[]) => Reply): void {
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
    const { letters } = JSON.parse(String(init.body)) as { letters: Letter[] }
    calls.push(letters)
    const { status = 200, type = 'application/json', body } = reply(letters)
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers: { 'Content-Type': type } })
  })
}

const accepting = (letters: Letter[]): Reply => ({ body: { verdicts: letters.map(({ id }) => verdict(id)) } })
const verdict = (id: string, status = 'accepted', code: string | null = null) => ({ id, status, code, points: 10, correct: 1, of: 1, notices: [] })
const kept = async (): Promise<string[]> => (await database()).getAllKeys('outbox')

async function wait(...ids: string[]): Promise<void> {
  const db = await database()
  for (const id of ids) await db.put('outbox', waitingLetter(id))
}

beforeEach(async () => {
  calls = []
  const db = await database()
  await Promise.all([db.clear('outbox'), db.clear('refused')])
  outbox.clear()
  clear()
  csrf.value = 'token'
  const person = { id: 'me', name: 'Ingrid', first_name: 'Ingrid', alias: null, language: 'nb' as const, roles: [] }
  session.value = { person, organisation: { code: 'f', name: '', time_zone: 'Europe/Oslo', game_layer: true, leagues: false }, shared: false }
})

afterEach(() => {
  clear()
  vi.unstubAllGlobals()
})

describe('sending', () => {
  it('empties the outbox by its verdicts and tells them', async () => {
    await wait('1', '2')
    server(accepting)
    await flush()
    expect(await kept()).toEqual([])
    expect(verdictOf('1').value?.points).toBe(10)
    expect(finished.value.has('r/a-2')).toBe(true)
  })

  it('keeps a letter without a verdict of its own', async () => {
    await wait('1', '2')
    server((letters) => ({ body: { verdicts: letters.some(({ id }) => id === '1') ? [verdict('1')] : [verdict('stranger')] } }))
    await flush()
    expect(await kept()).toEqual(['2'])
  })

  it.each([
    ['a captive portal', { type: 'text/html', body: '<html>' }],
    ['JSON without verdicts', { body: { welcome: true } }],
    ['a server in trouble', { status: 503, type: 'application/problem+json', body: { code: 'busy', status: 503 } }],
    ['a session that ended', { status: 401, type: 'application/problem+json', body: { code: 'not_signed_in', status: 401 } }],
  ])('keeps everything before %s', async (_name, reply) => {
    await wait('1', '2')
    server(() => reply)
    await flush()
    expect(await kept()).toEqual(['1', '2'])
    expect(outbox.unsent.value).toBe(2)
  })

  it('halves what is too large and sets only the culprit aside', async () => {
    await wait('1', '2', '3')
    server((letters) => (letters.some(({ id }) => id === '2') ? { status: 413, type: 'application/problem+json', body: { code: 'too_large' } } : accepting(letters)))
    await flush()
    expect(await kept()).toEqual([])
    expect(outbox.refused.value.map(({ id, code }) => [id, code])).toEqual([['2', 'too_large']])
  })

  it('sets a refused letter aside with its reason', async () => {
    await wait('1')
    server(() => ({ body: { verdicts: [verdict('1', 'refused', 'not_released')] } }))
    await flush()
    expect(outbox.refused.value.map(({ code }) => code)).toEqual(['not_released'])
    expect(finished.value.size).toBe(0)
    expect(verdictOf('1').value?.status).toBe('refused')
  })

  it('never sends the letters of another person', async () => {
    await (await database()).put('outbox', waitingLetter('9', 'b', 'somebody else'))
    server(accepting)
    await flush()
    expect(calls).toEqual([])
    expect(await kept()).toEqual(['9'])
  })
})

describe('handing in', () => {
  const places = async (): Promise<unknown[]> => (await (await database()).getAll('resume')).map(({ activity, state }) => [activity, state])

  beforeEach(async () => {
    await (await database()).clear('resume')
    await resume.load('me')
    await resume.put('begun', 1)
  })

  it('keeps and removes the places in the same step', async () => {
    const { letter, about } = waitingLetter('5')
    expect(await outbox.put(letter, about, { begun: undefined, 'handed-in': 2 })).toBe(true)
    expect(await kept()).toEqual(['5'])
    expect(await places()).toEqual([['handed-in', 2]])
    expect([...resume.begun.value]).toEqual(['handed-in'])
  })

  it('on a full device holds the letter in memory, leaves the places, and sends it', async () => {
    const { letter, about } = waitingLetter('5')
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    expect(await outbox.put(letter, about, { begun: undefined })).toBe(false)
    expect(await kept()).toEqual([])
    expect(await places()).toEqual([['begun', 1]])
    expect([...resume.begun.value]).toEqual(['begun'])
    server(accepting)
    await flush()
    expect(calls.flat().map(({ id }) => id)).toEqual(['5'])
    expect(outbox.unsent.value).toBe(0)
  })
})
