/** Files on their way to the server, told of as they go: what fetch cannot, the older way can. */
import { csrf } from '../session'
import { ApiError, BASE, answered, asApiError, renewCsrf } from './client'

/** Nobody waits longer than this for a file to come through. */
const PATIENCE = 15 * 60_000
const HEADERS = ['Content-Type', 'Retry-After']

type Sending = { onShare?: (share: number) => void; signal?: AbortSignal }

/** Sends a file as it is. `onShare` is told what part has gone; every failure is an ApiError, and so is being called off. */
export async function upload<T>(path: string, file: Blob, sending: Sending = {}): Promise<T> {
  if (csrf.value === null) await renewCsrf()
  try {
    return await once<T>(path, file, sending)
  } catch (error) {
    if (asApiError(error).code !== 'csrf') throw error
    await renewCsrf()
    return once<T>(path, file, sending)
  }
}

async function once<T>(path: string, file: Blob, sending: Sending): Promise<T> {
  const answer = await answered<T>(await sent(path, file, sending))
  if (answer === 'not_modified') throw new ApiError('network', 'unexpected', 304)
  return answer.data
}

function sent(path: string, file: Blob, { onShare, signal }: Sending): Promise<Response> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest()
    const failed = (code: string) => () => reject(new ApiError('network', code))
    call.open('POST', BASE + path)
    call.timeout = PATIENCE
    call.setRequestHeader('Accept', 'application/json')
    call.setRequestHeader('Content-Type', 'application/octet-stream')
    if (csrf.value !== null) call.setRequestHeader('X-CSRF-Token', csrf.value)
    call.upload.addEventListener('progress', ({ loaded, total }) => onShare?.(total > 0 ? loaded / total : 1))
    call.addEventListener('load', () => resolve(new Response(call.responseText || null, { status: call.status, headers: headersOf(call) })))
    call.addEventListener('error', failed('unreachable'))
    call.addEventListener('timeout', failed('unreachable'))
    call.addEventListener('abort', failed('called_off'))
    signal?.addEventListener('abort', () => call.abort(), { once: true })
    call.send(file)
  })
}

function headersOf(call: XMLHttpRequest): Record<string, string> {
  return Object.fromEntries(HEADERS.flatMap((name) => [[name, call.getResponseHeader(name)]]).filter(([, value]) => value !== null))
}
