import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Quest } from '../../api/types'
import { database } from '../../offline/db'
import * as library from '../../offline/library'
import * as outbox from '../../offline/outbox'
import type { ModuleDocument } from '../../rules/cards'
import { session as signedIn } from '../../session'
import { language } from '../../text'
import { Player } from './player'

const option = (id: string) => ({ id, text: `Tekst ${id}`, explanation: `Fordi ${id}` })
const module: ModuleDocument = {
  format: 'loype.module/1', module: 'm', version: 'v1', structure: 's1', language: 'nb', languages: ['nb'], title: 'Prøve',
  takeaways: [], seconds: 90, licence: 'CC-BY-4.0', credits: 'Løype', sources: [],
  cards: [
    { id: 'c1', type: 'choice', prompt: 'En?', options: ['a', 'b', 'c'].map(option), key: 'b' },
    { id: 'c2', type: 'number', prompt: 'To?', key: { value: 30, tolerance: 10 } },
  ],
} as ModuleDocument
const activity = {
  id: 'act', kind: 'module', module: 'm', version: 'v1', structure: 's1', languages: ['nb'], title: 'Prøve', seconds: 90,
  done: false, optional: false,
}
const quest = { id: 'q', run: 'r', progress: { done: 0, total: 1 }, activities: [activity] } as unknown as Quest
const person = { id: 'p', name: 'Kari', first_name: 'Kari', alias: null, language: 'nb' as const, roles: ['learner'] }

/** The server: what it answers by the end of the address; anything else is no network. */
let served: Record<string, unknown> = {}

beforeEach(async () => {
  const db = await database()
  await Promise.all([db.clear('resume'), db.clear('outbox'), db.clear('library'), db.clear('snapshots')])
  outbox.clear()
  library.clear()
  language.value = 'nb'
  signedIn.value = { person, organisation: { code: 'o', name: 'O', time_zone: 'Europe/Oslo', game_layer: true, leagues: false }, shared: false }
  served = { '/quests/q': quest, '/modules/v1/nb': module }
  vi.stubGlobal('fetch', async (address: string) => {
    const path = Object.keys(served).find((one) => address.endsWith(one))
    if (path === undefined) throw new TypeError('Failed to fetch')
    return Response.json(served[path])
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

async function opened(): Promise<Player> {
  const player = new Player('q', 'act')
  await player.open()
  return player
}

function reply(player: Player, draft: string): void {
  player.draft(draft)
  player.answer()
}

/** Everything that a visit writes is written. */
async function settled(player: Player): Promise<void> {
  for (let written = null; written !== player['saving'];) {
    written = player['saving']
    await written
  }
}
const letters = () => outbox.waiting.value.map(({ letter, about }) => ({ ...letter, complete: about.complete }))
const sessionOf = (player: Player) => ('session' in player.view.value ? player.view.value.session : null)

describe('a visit to a post', () => {
  it('ends with a letter, and forgets the place', async () => {
    const player = await opened()
    reply(player, 'b')
    player.next()
    reply(player, '30')
    player.next()
    await settled(player)
    expect(player.view.value.kind).toBe('ended')
    expect(letters()).toMatchObject([{ activity: 'act', complete: true, answers: [{ card: 'c1' }, { card: 'c2' }] }])
    expect(sessionOf(await opened())?.answers).toEqual([])
  })

  it('goes on exactly where it stopped', async () => {
    const first = await opened()
    reply(first, 'a')
    await settled(first)
    const second = await opened()
    expect(second.opening.value).toBe('resumed')
    expect(sessionOf(second)).toEqual(sessionOf(first))
    second.next()
    second.draft('25')
    await settled(second)
    expect(sessionOf(await opened())).toMatchObject({ draft: '25', queue: ['c2', 'c1'] })
    expect(letters()).toEqual([])
  })

  it('works without a network once it has been opened', async () => {
    await opened()
    library.clear()
    served = { '/quests/q': quest }
    expect((await opened()).view.value.kind).toBe('playing')
  })

  it('says so when the post is not here, and when it cannot be opened', async () => {
    served = { '/quests/q': quest }
    expect((await opened()).view.value.kind).toBe('not_here')
    vi.stubGlobal('fetch', async () => Response.json({ code: 'not_found' }, { status: 404 }))
    expect((await opened()).view.value.kind).toBe('failed')
  })

  it('begins anew when asked, and hands in what was tried', async () => {
    const player = await opened()
    reply(player, 'a')
    const before = sessionOf(player)?.id
    player.restart()
    await settled(player)
    expect(letters()).toMatchObject([{ id: before, finished_at: null, complete: false }])
    expect(sessionOf(await opened())?.id).toBe(sessionOf(player)?.id)
    expect(sessionOf(player)?.id).not.toBe(before)
  })

  it('begins anew when the module is built otherwise', async () => {
    const first = await opened()
    reply(first, 'a')
    await settled(first)
    const changed = { ...quest, activities: [{ ...activity, version: 'v2', structure: 's2' }] }
    served = { '/quests/q': changed, '/modules/v2/nb': { ...module, version: 'v2', structure: 's2' } }
    const player = await opened()
    await settled(player)
    expect(player.opening.value).toBe('changed')
    expect(letters()).toMatchObject([{ module_version: 'v1', finished_at: null }])
    expect(sessionOf(player)).toMatchObject({ version: 'v2', answers: [] })
  })

  it('leaves nothing behind when nothing was answered', async () => {
    const player = await opened()
    player.restart()
    await settled(player)
    expect(letters()).toEqual([])
  })
})
