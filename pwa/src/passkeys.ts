/** Passkeys from the browser's side. The server speaks WebAuthn's JSON; browsers want bytes, not all of them convert. */
import { request } from './api/client'
import type { Passkey, SignedIn } from './api/types'
import { admit } from './start'

type Descriptor = { id: string; type: 'public-key' }
type CreationOptions = Omit<PublicKeyCredentialCreationOptions, 'challenge' | 'user' | 'excludeCredentials'> & {
  challenge: string
  user: { id: string; name: string; displayName: string }
  excludeCredentials?: Descriptor[]
}
type RequestOptions = Omit<PublicKeyCredentialRequestOptions, 'challenge' | 'allowCredentials'> & { challenge: string; allowCredentials?: Descriptor[] }
type Options<Of> = { publicKey: Of }

/** Why nothing came of it: the person let it be, or something failed. */
export type Outcome = 'done' | 'let_be'

/** Whether this browser can have passkeys at this address: they are tied to a name, and numbers are none. */
export function possible(): boolean {
  return typeof PublicKeyCredential !== 'undefined' && isSecureContext && !isNumber(location.hostname)
}

export function isNumber(host: string): boolean {
  return /^[\d.]+$/.test(host) || host.includes(':')
}

/** Makes a passkey for who is signed in. */
export async function make(): Promise<Outcome> {
  const { publicKey } = await request<Options<CreationOptions>>('/me/passkeys/options', { method: 'POST' })
  const made = await asked(() => navigator.credentials.create({ publicKey: creation(publicKey) }))
  if (!made) return 'let_be'
  const answer = made.response as AuthenticatorAttestationResponse
  const response = { clientDataJSON: text(answer.clientDataJSON), attestationObject: text(answer.attestationObject) }
  await request<Passkey>('/me/passkeys', { method: 'POST', body: { credential: { ...head(made), response } } })
  return 'done'
}

/** Signs in with whichever passkey the person picks. */
export async function signIn(shared: boolean): Promise<Outcome> {
  const { publicKey } = await request<Options<RequestOptions>>('/session/passkey/options', { method: 'POST', anonymous: true })
  const found = await asked(() => navigator.credentials.get({ publicKey: requested(publicKey) }))
  if (!found) return 'let_be'
  const answer = found.response as AuthenticatorAssertionResponse
  const response = {
    clientDataJSON: text(answer.clientDataJSON),
    authenticatorData: text(answer.authenticatorData),
    signature: text(answer.signature),
    userHandle: answer.userHandle ? text(answer.userHandle) : null,
  }
  const body = { credential: { ...head(found), response }, shared }
  await admit(await request<SignedIn>('/session/passkey', { method: 'POST', body, anonymous: true }), '', shared)
  return 'done'
}

/** Null when the person closed the browser's question, or let it run out. */
async function asked(question: () => Promise<Credential | null>): Promise<PublicKeyCredential | null> {
  try {
    return (await question()) as PublicKeyCredential | null
  } catch (error) {
    if (error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'AbortError')) return null
    throw error
  }
}

function head(credential: PublicKeyCredential) {
  return { id: credential.id, rawId: text(credential.rawId), type: credential.type }
}

function creation(options: CreationOptions): PublicKeyCredentialCreationOptions {
  return {
    ...options,
    challenge: bytes(options.challenge),
    user: { ...options.user, id: bytes(options.user.id) },
    excludeCredentials: (options.excludeCredentials ?? []).map((one) => ({ ...one, id: bytes(one.id) })),
  }
}

function requested(options: RequestOptions): PublicKeyCredentialRequestOptions {
  const allowCredentials = (options.allowCredentials ?? []).map((one) => ({ ...one, id: bytes(one.id) }))
  return { ...options, challenge: bytes(options.challenge), allowCredentials }
}

/** Base64url without padding, as WebAuthn's JSON has it. */
export function text(found: ArrayBuffer): string {
  const letters = Array.from(new Uint8Array(found), (byte) => String.fromCharCode(byte)).join('')
  return btoa(letters).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

export function bytes(given: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(given.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0))
}
