import 'fake-indexeddb/auto'
import { beforeEach, expect, it } from 'vitest'
import { type Session, session } from '../session'
import { database } from './db'
import * as drafts from './drafts'

const as = (id: string) => {
  session.value = { person: { id }, organisation: {}, shared: false } as unknown as Session
}

beforeEach(async () => {
  as('ingrid')
  await (await database()).clear('drafts')
})

it('keeps work until the server has it, and counts what waits', async () => {
  await drafts.put({ module: 'm1', base: {}, revision: 3, document: { title: {} } })
  await drafts.put({ module: 'm2', base: {}, revision: 1, document: {} })
  expect(await drafts.get('m1')).toMatchObject({ person: 'ingrid', revision: 3, document: { title: {} } })
  expect(await drafts.waiting('ingrid')).toBe(2)
  await drafts.remove('m1')
  expect(await drafts.get('m1')).toBeUndefined()
  expect(await drafts.waiting('ingrid')).toBe(1)
})

it('shows nobody the work of another', async () => {
  await drafts.put({ module: 'm1', base: {}, revision: 3, document: {} })
  as('arne')
  expect(await drafts.get('m1')).toBeUndefined()
  expect(await drafts.waiting('arne')).toBe(0)
})

it('keeps nothing for nobody', async () => {
  session.value = null
  expect(await drafts.put({ module: 'm1', base: {}, revision: 1, document: {} })).toBe(false)
})
