/** The keys that organisations have published, kept on the device so that certificates can be checked without a network. */
import { request } from '../../api/client'
import type { PublishedKeys } from '../../api/types'

const KEPT = 'loype-keys/'

/** The organisation's code in an issuer's id of this installation; null for another's. */
export function codeOf(issuer: string, origin: string): string | null {
  const start = `${origin}/api/v1/competence/issuers/`
  const code = issuer.startsWith(start) ? issuer.slice(start.length) : ''
  return /^[a-z0-9-]{2,32}$/.test(code) ? code : null
}

/** The published keys of an issuer: fresh where there is a network, else as they were kept. */
export async function keysOf(issuer: string): Promise<PublishedKeys['keys'] | null> {
  const code = codeOf(issuer, location.origin)
  return code === null ? null : keysBy(code)
}

export async function keysBy(code: string): Promise<PublishedKeys['keys'] | null> {
  try {
    const { keys } = await request<PublishedKeys>(`/competence/issuers/${code}/keys`, { anonymous: true })
    keep(code, keys)
    return keys
  } catch {
    return kept(code)
  }
}

function keep(code: string, keys: PublishedKeys['keys']): void {
  try {
    localStorage.setItem(KEPT + code, JSON.stringify(keys))
  } catch {
    // A browser without storage checks with a network only.
  }
}

function kept(code: string): PublishedKeys['keys'] | null {
  try {
    return JSON.parse(localStorage.getItem(KEPT + code) ?? 'null') as PublishedKeys['keys'] | null
  } catch {
    return null
  }
}
