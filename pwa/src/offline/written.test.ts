import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { csrf, session } from '../session'
import { database } from './db'
import { waitingLetter } from './letters.fixture'
import * as outbox from './outbox'
import * as sync from './sync'
import {
  all, clear, draftOf, dropDrafts, flush, keep, landed, load, rate, rated, ratings, remove, send, unsent,
} from './written'

type Call = { path: string; body: Record<string, unknown> }
let calls: Call[] = []

/** A server that answers every word with a status and a code. */
function server(status: number, code = 'x', during: () => void = () => undefined): void {
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    calls.push({ path: url.replace('/api/v1', ''), body: JSON.parse(String(init.body)) as Record<string, unknown> })
    during()
    const body = status < 300 ? { id: 'q1', code } : { code }
    return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })
  })
}

function noNetwork(): void {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('offline')
  })
}

const draft = (id: string, text = 'Hvor?', request: string | null = null) => ({ id, place: `ny/${id}`, request, about: null, text })
const kept = async () => (await (await database()).getAll('written')).map(({ id, state, text }) => [id, state, text])

beforeEach(async () => {
  calls = []
  for (const store of ['written', 'outbox'] as const) await (await database()).clear(store)
  for (const part of [outbox, sync]) part.clear()
  clear()
  csrf.value = 'token'
  signIn('me')
})

afterEach(() => {
  clear()
  vi.unstubAllGlobals()
})

function signIn(id: string): void {
  const person = { id, name: 'Ingrid', first_name: 'Ingrid', alias: null, language: 'nb' as const, roles: [] }
  session.value = { person, organisation: { code: 'f', name: '', time_zone: 'Europe/Oslo', game_layer: true, leagues: false }, shared: false }
}

describe('a draft', () => {
  it('is kept with every letter, and let go when it is empty', async () => {
    await keep(draft('1', 'H'))
    await keep(draft('1', 'Hvor'))
    expect(await kept()).toEqual([['1', 'draft', 'Hvor']])
    expect(draftOf('ny/1')?.text).toBe('Hvor')
    expect(unsent.value).toEqual([])
    await keep(draft('1', '  '))
    expect(await kept()).toEqual([])
  })

  it('is never sent by itself', async () => {
    server(200)
    await keep(draft('1'))
    await flush()
    expect(calls).toEqual([])
  })

  it('of another person is forgotten, what they handed in is not', async () => {
    noNetwork()
    await keep(draft('1'))
    await keep(draft('2'))
    await send('2')
    await dropDrafts('somebody else')
    expect(await kept()).toEqual([['2', 'waiting', 'Hvor?']])
    await dropDrafts('me')
    expect(await kept()).toHaveLength(1)
  })
})

describe('sending', () => {
  it('tells the server of questions and replies, and forgets what it has taken in', async () => {
    server(200)
    const about = { version: 'v', card: 'c1', title: 'Fall', prompt: 'Hva først?' }
    await keep({ ...draft('1'), about, shared: false })
    await send('1')
    await keep(draft('2', 'Takk', 'q/1'))
    await send('2')
    expect(calls).toEqual([
      { path: '/help/mine', body: { key: '1', text: 'Hvor?', about: { version: 'v', card: 'c1' }, shared: false } },
      { path: '/help/requests/q%2F1/replies', body: { key: '2', text: 'Takk' } },
    ])
    expect(landed.value?.id).toBe('2')
    expect(await kept()).toEqual([])
  })

  it('comes after the answers that wait: they make the post that the words are about the person\'s', async () => {
    noNetwork()
    await outbox.put(waitingLetter('001').letter, waitingLetter('001').about)
    await rate({ version: 'v', useful: true, reason: null, language: 'nb' }, 'Bra')
    server(200)
    await flush()
    expect(calls.map(({ path }) => path)).toEqual(['/play/letters', '/feedback/v'])
  })

  it('waits where there is no network, also over a new start, and then sends', async () => {
    noNetwork()
    await keep(draft('1'))
    await send('1')
    expect(await kept()).toEqual([['1', 'waiting', 'Hvor?']])
    clear()
    expect(all.value).toEqual([])
    await load('me')
    server(200)
    await flush()
    expect(calls).toHaveLength(1)
    expect(await kept()).toEqual([])
  })

  it.each([500, 503, 401])('waits when the server answers %d', async (status) => {
    server(status)
    await keep(draft('1'))
    await send('1')
    expect(await kept()).toEqual([['1', 'waiting', 'Hvor?']])
  })

  it('sets aside what the server says no to, with its reason, and sends it again when asked', async () => {
    server(409, 'too_many_open')
    await keep(draft('1'))
    await send('1')
    expect(unsent.value.map(({ state, code }) => [state, code])).toEqual([['refused', 'too_many_open']])
    await flush()
    expect(calls).toHaveLength(1)
    server(200)
    await send('1')
    expect(unsent.value).toEqual([])
  })

  it('does not bring back what was removed while it was on its way', async () => {
    await keep(draft('1'))
    server(409, 'help_full', () => void remove('1'))
    await send('1')
    expect(unsent.value).toEqual([])
  })

  it('leaves what belongs to another person alone', async () => {
    noNetwork()
    await keep(draft('1'))
    await send('1')
    clear()
    signIn('other')
    await load('other')
    server(200)
    await flush()
    expect(calls).toEqual([])
    expect(await kept()).toHaveLength(1)
  })
})

describe('what is said of a post', () => {
  const opinion = { version: 'v', useful: true, reason: null, language: 'nb' }

  it('waits without a network, apart from words to colleagues, and is sent by its version', async () => {
    noNetwork()
    await rate(opinion, '')
    expect(ratings.value.map(({ state, rating }) => [state, rating?.useful])).toEqual([['waiting', true]])
    expect(unsent.value).toEqual([])
    server(200)
    await flush()
    expect(calls.map(({ path, body }) => [path, body])).toEqual([['/feedback/v', { useful: true, reason: null, language: 'nb', text: '' }]])
    expect(all.value).toEqual([])
    expect(rated.value).not.toBeNull()
  })

  it('said again takes the place of what waits, and of what is on its way', async () => {
    noNetwork()
    await rate(opinion, '')
    await rate({ ...opinion, useful: false }, 'Uklart')
    expect(ratings.value.map(({ text, rating }) => [text, rating?.useful])).toEqual([['Uklart', false]])
    let changed: Promise<void> | null = null
    server(200, 'x', () => {
      changed ??= rate({ ...opinion, useful: false, reason: 'unclear' }, 'Uklart')
    })
    await flush()
    await changed
    await flush()
    expect(calls.map(({ body }) => body['reason'])).toEqual([null, 'unclear'])
    expect(all.value).toEqual([])
  })

  it('stays with the reason when the server will not have it', async () => {
    server(404, 'not_found')
    await rate(opinion, 'Bra')
    expect(ratings.value.map(({ state, code }) => [state, code])).toEqual([['refused', 'not_found']])
  })
})
