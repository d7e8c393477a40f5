import 'fake-indexeddb/auto'
import { openDB } from 'idb'
import { expect, it } from 'vitest'
import { database } from './db'

it('keeps what lies on a device from before', async () => {
  const before = await openDB('loype', 1, {
    upgrade(db) {
      for (const name of ['outbox', 'refused']) db.createObjectStore(name, { keyPath: 'id' }).createIndex('person', 'person')
      for (const name of ['sealed', 'library', 'keys']) db.createObjectStore(name, { keyPath: 'id' })
      db.createObjectStore('snapshots', { keyPath: ['person', 'kind'] })
      db.createObjectStore('resume', { keyPath: ['person', 'activity'] })
    },
  })
  await before.put('outbox', { id: '1', person: 'me' })
  before.close()
  const now = await database()
  expect(await now.getAllKeysFromIndex('outbox', 'person', 'me')).toEqual(['1'])
  expect([...now.objectStoreNames]).toEqual(['drafts', 'keys', 'library', 'outbox', 'refused', 'resume', 'sealed', 'snapshots', 'written'])
})
