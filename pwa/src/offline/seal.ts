/** Letters that could not be sent before signing out, encrypted so that only the server can read them. */
import { asApiError, request } from '../api/client'
import type { Letter, SealMaterial } from '../api/types'
import { type Sealed, type Waiting, read, write } from './db'

const NO_MATERIAL = 'no_seal'

/** AES-256-GCM over the letters, its key wrapped with the server's RSA-OAEP-256 key. */
export async function seal(letters: readonly Letter[], { key, token }: SealMaterial): Promise<Sealed> {
  const { subtle } = crypto
  const server = await subtle.importKey('spki', decode(key), { name: 'RSA-OAEP', hash: 'SHA-256' }, false, ['wrapKey'])
  const own = await subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt'])
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const body = new TextEncoder().encode(JSON.stringify({ sent_at: new Date().toISOString(), letters }))
  const sealed = await subtle.encrypt({ name: 'AES-GCM', iv }, own, body)
  const wrapped = await subtle.wrapKey('raw', own, server, { name: 'RSA-OAEP' })
  return { id: crypto.randomUUID(), token, key: encode(wrapped), iv: encode(iv), sealed: encode(sealed), letters: letters.length }
}

/** Seals a person's waiting letters and empties their outbox in one step. Throws where it cannot; then nothing is changed. */
export async function sealWaiting(person: string, waiting: readonly Waiting[]): Promise<void> {
  if (waiting.length === 0) return
  const material = await read((db) => db.get('keys', `seal:${person}`), undefined)
  if (!material || !('seal' in material) || !globalThis.crypto?.subtle) throw new Error(NO_MATERIAL)
  const sealed = await seal(waiting.map(({ letter }) => letter), material.seal)
  const kept = await write(async (db) => {
    const change = db.transaction(['sealed', 'outbox', 'keys'], 'readwrite')
    await Promise.all([
      change.objectStore('sealed').put(sealed),
      change.objectStore('keys').delete(`seal:${person}`),
      ...waiting.map(({ id }) => change.objectStore('outbox').delete(id)),
      change.done,
    ])
  })
  if (!kept) throw new Error(NO_MATERIAL)
}

/** Posts what lies sealed; each goes away only when the server has it or says its token is spent. */
export async function postSealed(): Promise<void> {
  if ('locks' in navigator) await navigator.locks.request('loype-sealed', postAll)
  else await postAll()
}

async function postAll(): Promise<void> {
  for (const { id, token, key, iv, sealed } of await read((db) => db.getAll('sealed'), [])) {
    try {
      await request('/play/sealed', { method: 'POST', anonymous: true, body: { token, key, iv, sealed } })
    } catch (caught) {
      const error = asApiError(caught)
      if (error.kind !== 'problem' || error.status !== 404) continue
    }
    await write((db) => db.delete('sealed', id))
  }
}

function encode(bytes: ArrayBuffer | Uint8Array): string {
  let text = ''
  for (const byte of new Uint8Array(bytes instanceof Uint8Array ? bytes : bytes)) text += String.fromCharCode(byte)
  return btoa(text)
}

function decode(text: string): Uint8Array<ArrayBuffer> {
  const raw = atob(text)
  return Uint8Array.from(raw, (character) => character.charCodeAt(0))
}
