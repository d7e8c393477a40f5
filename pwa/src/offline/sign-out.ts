/** Signing out: send, seal what could not be sent, then leave nothing of the person on the device. */
import { request } from '../api/client'
import { csrf, expired, me, personId, session } from '../session'
import { type Key, read, write } from './db'
import * as drafts from './drafts'
import * as library from './library'
import * as outbox from './outbox'
import * as resource from './resource'
import * as resume from './resume'
import { sealWaiting } from './seal'
import * as sync from './sync'
import * as written from './written'

const PATIENCE = 6_000

/** `stuck`: answers, words to a colleague or of a post, or work on a module could be neither sent nor sealed here, so nobody was signed out. */
export type SignOut = 'done' | 'stuck'

/** Signs out. With `anyway` answers that can be neither sent nor sealed are let go; only after the person said so. */
export async function signOut(anyway = false): Promise<SignOut> {
  const person = personId.value
  if (!person) return 'done'
  await Promise.race([Promise.all([sync.flush(), written.flush()]), new Promise((resolve) => setTimeout(resolve, PATIENCE))])
  if (!anyway && (written.handedIn.value.length > 0 || (await drafts.waiting(person)) > 0)) return 'stuck'
  try {
    await sealWaiting(person, await outbox.load(person))
  } catch {
    if (!anyway) return 'stuck'
  }
  await write((db) => db.put('keys', { id: 'signed_out' }))
  await endSession()
  await forget()
  return 'done'
}

/** Ends the session with the server. Without a network the mark `signed_out` stays, and the next start ends it. */
export async function endSession(): Promise<void> {
  try {
    await request('/session', { method: 'DELETE' })
  } catch {
    return
  }
  csrf.value = null
  me.value = null
  await write((db) => db.delete('keys', 'signed_out'))
}

/** Whether someone signed out here without a network, so that the cookie must not be used again. */
export async function wasSignedOut(): Promise<boolean> {
  return (await read((db) => db.get('keys', 'signed_out'), undefined)) !== undefined
}

/** Wipes everything but sealed letters and the mark, in the store and in memory. */
export async function forget(): Promise<void> {
  session.value = null
  csrf.value = null
  me.value = null
  expired.value = false
  for (const part of [outbox, sync, written, library, resource]) part.clear()
  resume.begun.value = new Set()
  await wipe()
  await dropCaches()
  await dropPushes()
  try {
    localStorage.clear()
    sessionStorage.clear()
  } catch {
    // A browser without storage has nothing to forget.
  }
}

async function wipe(): Promise<void> {
  await write(async (db) => {
    const stores = ['outbox', 'refused', 'library', 'snapshots', 'resume', 'keys', 'written', 'drafts'] as const
    const change = db.transaction(stores, 'readwrite')
    const mark: Key | undefined = await change.objectStore('keys').get('signed_out')
    await Promise.all(stores.map((store) => change.objectStore(store).clear()))
    if (mark) await change.objectStore('keys').put(mark)
    await change.done
  })
}

/** The app's own files (the precache) hold nothing personal and stay, so that the next person can start offline. */
async function dropCaches(): Promise<void> {
  if (!('caches' in globalThis)) return
  const names = await caches.keys().catch(() => [])
  await Promise.all(names.filter((name) => !name.includes('precache')).map((name) => caches.delete(name)))
}

/** The server has ended this device's pushes with the session; the browser forgets them too. */
async function dropPushes(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const registration = await navigator.serviceWorker.getRegistration().catch(() => undefined)
  const own = await registration?.pushManager?.getSubscription().catch(() => null)
  await own?.unsubscribe().catch(() => false)
}
