/** Whether a certificate (Open Badges 3.0, VC-JWT) is genuine: decided in the browser, with WebCrypto and no network. */

export type Verdict = 'sound' | 'expired' | 'early' | 'unknown_key' | 'foreign_key' | 'broken' | 'unreadable'

/** What stands on a certificate, for showing; nothing of one that is not genuine. `key`: the thumbprint of its key. */
export type Told = { person: string; title: string; issuer: string; from: string; until: string | null; key: string }
export type Checked = { verdict: Verdict; told: Told | null }

/** The keys an issuer has published, by its id; null where they are not known here. */
export type Keys = (issuer: string) => Promise<readonly { kid: string }[] | null>

type Json = Record<string, unknown>
type PublicKey = { kty: string; n: string; e: string }

const LARGEST = 100_000
const RS256 = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }

export async function check(text: string, keys: Keys, now: number): Promise<Checked> {
  const read = readToken(text.trim())
  if (!read) return { verdict: 'unreadable', told: null }
  const told = await toldBy(read.payload, read.key)
  if (!told) return { verdict: 'unreadable', told: null }
  if (!(await fits(read)) || !agrees(read.payload)) return { verdict: 'broken', told: null }
  const known = await keys(String(read.payload.iss))
  if (known === null) return { verdict: 'unknown_key', told }
  if (!known.some(({ kid }) => kid === told.key)) return { verdict: 'foreign_key', told: null }
  return { verdict: inTime(told, now), told }
}

type Read = { payload: Json; key: PublicKey; signed: string; signature: Uint8Array<ArrayBuffer> }

function readToken(text: string): Read | null {
  if (text.length > LARGEST) return null
  const parts = text.split('.')
  if (parts.length !== 3) return null
  const [head = '', body = '', signature = ''] = parts
  const [header, payload, bytes] = [jsonOf(head), jsonOf(body), bytesOf(signature)]
  const key = header?.jwk as Partial<PublicKey> | undefined
  if (!header || !payload || !bytes || header.alg !== 'RS256' || !key) return null
  if (key.kty !== 'RSA' || typeof key.n !== 'string' || typeof key.e !== 'string') return null
  return { payload, key: { kty: key.kty, n: key.n, e: key.e }, signed: `${head}.${body}`, signature: bytes }
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]+$/.test(text)) return null
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (each) => each.charCodeAt(0))
  } catch {
    return null
  }
}

function jsonOf(text: string): Json | null {
  const bytes = bytesOf(text)
  if (!bytes) return null
  try {
    const found: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as Json) : null
  } catch {
    return null
  }
}

async function fits({ key, signed, signature }: Read): Promise<boolean> {
  try {
    const opened = await crypto.subtle.importKey('jwk', { ...key, alg: 'RS256', ext: true }, RS256, false, ['verify'])
    return await crypto.subtle.verify(RS256, opened, signature, new TextEncoder().encode(signed))
  } catch {
    return false
  }
}

/** The registered claims must say the same as the credential they are of. */
function agrees(payload: Json): boolean {
  const issuer = payload.issuer as Json
  const subject = payload.credentialSubject as Json
  return payload.iss === issuer.id && payload.jti === payload.id && payload.sub === subject.id
    && payload.nbf === secondsOf(payload.validFrom)
    && payload.exp === (payload.validUntil === undefined ? undefined : secondsOf(payload.validUntil))
}

function secondsOf(moment: unknown): number {
  return Math.floor(Date.parse(String(moment)) / 1000)
}

async function toldBy(payload: Json, key: PublicKey): Promise<Told | null> {
  const issuer = payload.issuer as Json | undefined
  const subject = payload.credentialSubject as Json | undefined
  const named = (Array.isArray(subject?.identifier) ? (subject.identifier as Json[]) : []).find(
    (each) => each.identityType === 'name' && each.hashed === false,
  )
  const [person, title, from] = [named?.identityHash, payload.name, payload.validFrom]
  if (typeof person !== 'string' || typeof title !== 'string' || typeof from !== 'string' || typeof issuer?.name !== 'string') return null
  if (Number.isNaN(Date.parse(from))) return null
  const until = typeof payload.validUntil === 'string' ? payload.validUntil : null
  return { person, title, issuer: issuer.name, from, until, key: await thumbprint(key) }
}

/** Of a public key (RFC 7638): members in the order of their names, nothing else. */
export async function thumbprint({ e, kty, n }: PublicKey): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify({ e, kty, n })))
  return btoa(String.fromCharCode(...new Uint8Array(digest))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function inTime({ from, until }: Told, now: number): Verdict {
  if (now < Date.parse(from)) return 'early'
  return until !== null && now > Date.parse(until) ? 'expired' : 'sound'
}
