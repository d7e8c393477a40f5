/** The one way to the server: JSON in, JSON out, every failure an ApiError. */
import { signal } from '@preact/signals'
import { csrf, current, expired, me } from '../session'
import type { Fault, Me } from './types'

export const BASE = '/api/v1'
const PATIENCE = 20_000
/** A file goes slowly over a weak network. */
const PATIENCE_FOR_FILES = 180_000

/** `network`: nobody of ours answered (offline, a captive portal, a broken proxy). `problem`: the server said no. */
export type ErrorKind = 'network' | 'problem'

export class ApiError extends Error {
  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    readonly status = 0,
    readonly errors: Record<string, string[]> = {},
    readonly retryAfter: number | null = null,
    /** Where a package was refused: what is wrong, by file and place. */
    readonly faults: readonly Fault[] = [],
    /** All that the server said of it. */
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(code)
  }
}

/** Whether the server answered the last time it was asked; also follows the browser's own word. */
export const reachable = signal(typeof navigator === 'undefined' || navigator.onLine !== false)

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
type Asked = { method?: Method; body?: unknown; etag?: string | null; anonymous?: boolean; range?: string; match?: string }
export type Answer<T> = { data: T; etag: string | null } | 'not_modified'

/** Any failure as an ApiError, so that callers need to know one kind. */
export function asApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError('network', 'unreachable')
}

/** Asks and gives the data. A 204 gives undefined. */
export async function request<T>(path: string, asked: Asked = {}): Promise<T> {
  const answer = await ask<T>(path, asked)
  if (answer === 'not_modified') throw new ApiError('network', 'unexpected', 304)
  return answer.data
}

/** Asks with an ETag: `not_modified` when what is known still holds. */
export async function ask<T>(path: string, asked: Asked = {}): Promise<Answer<T>> {
  const unsafe = asked.method !== undefined && asked.method !== 'GET' && !asked.anonymous
  if (unsafe && csrf.value === null) await renewCsrf()
  try {
    return await once<T>(path, asked, unsafe)
  } catch (error) {
    if (!unsafe || asApiError(error).code !== 'csrf') throw error
    await renewCsrf()
    return once<T>(path, asked, unsafe)
  }
}

/** Asks for the value that unsafe calls must carry. */
export async function renewCsrf(): Promise<void> {
  const own = await request<Me>('/me')
  csrf.value = own.csrf_token
  me.value = own
}

async function once<T>(path: string, asked: Asked, unsafe: boolean): Promise<Answer<T>> {
  return answered<T>(await send(path, asked, unsafe), asked)
}

/** What an answer says: its data, or why there is none. */
export async function answered<T>(response: Response, asked: Pick<Asked, 'anonymous'> = {}): Promise<Answer<T>> {
  if (response.status === 304) return 'not_modified'
  if (response.status === 204) return { data: undefined as T, etag: null }
  if (!isJson(response)) {
    reachable.value = false
    throw new ApiError('network', 'unreachable', response.status)
  }
  const data: unknown = await response.json().catch(() => {
    throw new ApiError('network', 'unreachable', response.status)
  })
  if (response.ok) return { data: data as T, etag: response.headers.get('ETag') }
  throw refusal(response, data, asked)
}

async function send(path: string, { method = 'GET', body, etag, range, match }: Asked, unsafe: boolean): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json' }
  const file = body instanceof Blob ? body : null
  if (body !== undefined) headers['Content-Type'] = file ? 'application/zip' : 'application/json'
  if (etag) headers['If-None-Match'] = etag
  if (range) headers.Range = range
  if (match) headers['If-Match'] = match
  if (unsafe && csrf.value !== null) headers['X-CSRF-Token'] = csrf.value
  try {
    const response = await fetch(BASE + path, {
      method,
      headers,
      body: file ?? (body === undefined ? null : JSON.stringify(body)),
      credentials: 'same-origin',
      // What is kept on the device is kept by us, where signing out can wipe it.
      cache: 'no-store',
      signal: AbortSignal.timeout(file ? PATIENCE_FOR_FILES : PATIENCE),
    })
    reachable.value = true
    return response
  } catch {
    reachable.value = false
    throw new ApiError('network', 'unreachable')
  }
}

function isJson(response: Response): boolean {
  return /^application\/([\w.-]+\+)?json\b/i.test(response.headers.get('Content-Type') ?? '')
}

function refusal(response: Response, data: unknown, asked: Pick<Asked, 'anonymous'>): ApiError {
  const told = (typeof data === 'object' && data !== null ? data : {}) as Partial<ApiError>
  const after = Number(response.headers.get('Retry-After'))
  const code = typeof told.code === 'string' ? told.code : 'unexpected'
  if (response.status === 401 && code === 'not_signed_in' && !asked.anonymous && current.value) expired.value = true
  return new ApiError('problem', code, response.status, told.errors ?? {}, after > 0 ? after : null, told.faults ?? [], told as Record<string, unknown>)
}

/** A document that a call makes: a file, not JSON. */
export async function file(path: string, body: unknown): Promise<Blob> {
  if (csrf.value === null) await renewCsrf()
  const asked: Asked = { method: 'POST', body }
  const response = await send(path, asked, true)
  if (response.ok) return response.blob()
  if (!isJson(response)) throw new ApiError('network', 'unreachable', response.status)
  throw refusal(response, await response.json(), asked)
}

/** The bytes of a picture by their hash, as narrow as a screen of `width` pixels can show it. */
export function picture(hash: string, width: number): Promise<Blob> {
  return medium(`${encodeURIComponent(hash)}?width=${Math.ceil(width)}`)
}

/** Sound, video and captions by their hash: all of it, or the bytes from `first` to `last`. */
export async function medium(hash: string, part?: { first: number; last: number }): Promise<Blob> {
  const response = await send(`/media/${hash}`, part ? { range: `bytes=${part.first}-${part.last}` } : {}, false)
  if (!response.ok) throw new ApiError('network', 'unreachable', response.status)
  const whole = await response.blob()
  // A proxy that knows no parts gives all of it.
  return part && response.status === 200 ? whole.slice(part.first, part.last + 1, whole.type) : whole
}
