/** What the first meeting decides without a screen. */
import type { ApiError } from '../../api/client'

const SHORTEST_PIN = 6
const LONGEST_PIN = 12

export type Step = 'language' | 'privacy' | 'pin'
export type Fault = 'short' | 'digits' | 'differ' | 'common'
export type Trouble = { kind: 'gone' | 'offline' | 'failed' } | { kind: 'too_many'; minutes: number }

/** The token an address carries after its #, or null. */
export function tokenIn(hash: string): string | null {
  const token = hash.replace(/^#/, '')
  return /^[\w.-]{1,128}$/.test(token) ? token : null
}

/** What is wrong with the two PINs as they stand, or null. Whether others would guess it, the server says. */
export function faultOf(pin: string, again: string): Fault | null {
  if (!/^\d*$/.test(pin) || pin.length > LONGEST_PIN) return 'digits'
  if (pin.length < SHORTEST_PIN) return 'short'
  return pin === again ? null : 'differ'
}

/** What the server found wrong with the PIN, or null when it was something else. */
export function faultSaid(error: ApiError): Fault | null {
  if (error.code === 'common_pin') return 'common'
  return error.status === 422 ? 'digits' : null
}

/** Why a code did not work, as the person can use it. */
export function troubleOf(error: ApiError): Trouble {
  if (error.kind === 'network') return { kind: 'offline' }
  if (error.status === 429) return { kind: 'too_many', minutes: Math.max(1, Math.ceil((error.retryAfter ?? 60) / 60)) }
  return { kind: error.status === 404 || error.status === 422 ? 'gone' : 'failed' }
}
