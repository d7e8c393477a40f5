/** Whether pushes can reach this device, said as it is. */

/**
 * `shared`: a device of many is not nudged. `install`: an iPhone first needs the app on its home screen.
 * `ask`: nobody has been asked. `denied`: the browser was told no. `lost`: it worked and does not any more.
 */
export type Health = 'unsupported' | 'shared' | 'install' | 'ask' | 'denied' | 'off' | 'lost' | 'on'

export type Seen = {
  shared: boolean
  /** The browser has what it takes. */
  able: boolean
  apple: boolean
  installed: boolean
  permission: NotificationPermission
  /** The person has said yes on this device. */
  wanted: boolean
  subscribed: boolean
  /** The server has this device; null while it has not been asked. */
  known: boolean | null
}

export function healthOf(seen: Seen): Health {
  if (seen.shared) return 'shared'
  if (seen.apple && !seen.installed) return 'install'
  if (!seen.able) return 'unsupported'
  if (seen.permission === 'denied') return 'denied'
  if (seen.permission === 'default') return 'ask'
  if (!seen.wanted) return 'off'
  return seen.subscribed && seen.known !== false ? 'on' : 'lost'
}

/** Whether to offer pushes after a post: once on a device, where a yes would lead somewhere. */
export function worthAsking(health: Health, asked: boolean): boolean {
  return !asked && (health === 'ask' || health === 'off' || health === 'install')
}

/** A key as the browser wants it, from base64url. */
export function bytesOf(key: string): Uint8Array<ArrayBuffer> {
  const text = atob(key.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

/** Whether a subscription was made with that key; a browser that does not say is believed. */
export function madeWith(options: { applicationServerKey?: ArrayBuffer | null } | undefined, key: Uint8Array): boolean {
  const own = options?.applicationServerKey
  if (!own) return true
  const bytes = new Uint8Array(own)
  return bytes.length === key.length && bytes.every((byte, index) => byte === key[index])
}
