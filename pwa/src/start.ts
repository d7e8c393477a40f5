/** The beginning of a session: at the opening of the page, and at sign-in. */
import { request } from './api/client'
import type { Me, SignedIn } from './api/types'
import * as answers from './answers'
import { read, storage, write } from './offline/db'
import * as outbox from './offline/outbox'
import * as resume from './offline/resume'
import { postSealed, sealWaiting } from './offline/seal'
import { endSession, wasSignedOut } from './offline/sign-out'
import * as sync from './offline/sync'
import * as written from './offline/written'
import { settle } from './push/arrivals'
import { PRACTICE, arrived, navigate, route } from './router'
import { type Session, csrf, expired, gameLayer, me, session } from './session'
import { language } from './text'
import { register } from './update'

export type Credentials = { organisation: string; employee_number: string; pin: string; shared: boolean }

/** Opens where the device left off. Asks nothing of the server before somebody has signed in here. */
export async function open(): Promise<void> {
  sync.listen()
  written.listen()
  answers.listen()
  resume.listen()
  addEventListener('online', () => void tidyUp())
  const signedOut = await wasSignedOut()
  void tidyUp()
  if (signedOut) {
    session.value = null
    return
  }
  const kept = await read((db) => db.get('keys', 'session'), undefined)
  if (kept && 'session' in kept) return enter(kept.session)
  session.value = null
  // A browser that keeps nothing may still hold the cookie after a reload.
  if (storage.value !== 'ok') await reenter()
}

/** What an earlier sign-out without a network left to do. */
async function tidyUp(): Promise<void> {
  if (await wasSignedOut()) await endSession()
  await postSealed()
}

async function reenter(): Promise<void> {
  const own = await request<Me>('/me').catch(() => null)
  if (own) await enter({ person: own.person, organisation: own.organisation, shared: false })
}

/** Signs in; rejects with an ApiError. */
export async function signIn(credentials: Credentials): Promise<void> {
  const signed = await request<SignedIn>('/session', { method: 'POST', body: credentials, anonymous: true })
  await admit(signed, credentials.organisation, credentials.shared)
}

/**
 * Lets in whom the server has just signed in on this device, and shows newcomers the practice post first. `code`: the
 * organisation's, for when it is not told again.
 */
export async function admit(signed: SignedIn, code: string, shared: boolean): Promise<void> {
  const { person } = signed
  csrf.value = signed.csrf_token
  await leaveOthers(person.id)
  const own = await request<Me>('/me').catch(() => null)
  me.value = own
  const organisation = own?.organisation ?? { code, name: '', time_zone: 'Europe/Oslo', game_layer: true, leagues: false }
  const fresh: Session = { person, organisation, shared }
  await write(async (db) => {
    await db.delete('keys', 'signed_out')
    await db.put('keys', { id: 'session', session: fresh })
    if (signed.seal) await db.put('keys', { id: `seal:${person.id}`, seal: signed.seal })
  })
  arrived()
  const entering = enter(fresh)
  if (own?.settings.practised === false) navigate(PRACTICE, { replace: true })
  else if (route.peek().screen === 'welcome') navigate('/', { replace: true })
  await entering
  void navigator.storage?.persist?.().catch(() => false)
}

async function enter(fresh: Session): Promise<void> {
  language.value = fresh.person.language
  session.value = fresh
  expired.value = false
  await Promise.all([outbox.load(fresh.person.id), resume.load(fresh.person.id), written.load(fresh.person.id)])
  void sync.flush()
  void written.flush()
  void register()
  await Promise.all([answers.today.refresh(), answers.own.refresh()])
  await answers.review.refresh()
  await answers.restock()
  await answers.paths.refresh()
  await answers.help.refresh()
  await answers.competence.refresh()
  if (gameLayer.value) await Promise.all([answers.departments.refresh(), answers.people.refresh()])
  await settle()
  await import('./push').then(({ repair }) => repair(), () => undefined)
}

/** A session that ended by itself leaves things behind; the next person neither sees nor sends them. */
async function leaveOthers(person: string): Promise<void> {
  const letters = await read((db) => db.getAll('outbox'), [])
  for (const other of new Set(letters.map((one) => one.person)))
    if (other !== person) await sealWaiting(other, letters.filter((one) => one.person === other)).catch(() => undefined)
  await written.dropDrafts(person)
  const last = await read((db) => db.get('keys', 'session'), undefined)
  if (!last || !('session' in last) || last.session.person.id === person) return
  for (const part of [outbox, sync, written]) part.clear()
  await write((db) => Promise.all([db.clear('snapshots'), db.clear('resume'), db.clear('library')]))
}
