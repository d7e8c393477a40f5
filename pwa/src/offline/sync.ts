/** Sends what waits. One tab at a time, oldest first; a letter leaves only with its own verdict. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { type ApiError, asApiError, request } from '../api/client'
import type { Letter, Verdict, Verdicts } from '../api/types'
import { personId } from '../session'
import { MOST_LETTERS, backOff, firstBatch } from './batches'
import type { Waiting } from './db'
import * as outbox from './outbox'

/** Whether letters are on their way now. */
export const sending = signal(false)

/** Grows each time letters were taken in, so that screens can ask the server again. */
export const taken = signal(0)

/** `run/activity` of what this session has finished and the server taken in; today's answer may be older. */
export const finished = signal<ReadonlySet<string>>(new Set())

/** The last round of reviews that the server has taken in. */
export const reviewed = signal<Letter | null>(null)

const verdicts = new Map<string, Signal<Verdict | null>>()

/** The server's word on a letter: null until it has come. */
export function verdictOf(id: string): ReadonlySignal<Verdict | null> {
  return slot(id)
}

function slot(id: string): Signal<Verdict | null> {
  const known = verdicts.get(id) ?? signal<Verdict | null>(null)
  verdicts.set(id, known)
  return known
}

let running: Promise<void> | null = null
let again = false
let failures = 0
let timer: ReturnType<typeof setTimeout> | undefined

/** Sends all that waits. Resolves when nothing more can be done now; never rejects. */
export function flush(): Promise<void> {
  if (running) {
    again = true
    return running
  }
  running = alone().finally(() => {
    running = null
    sending.value = false
    if (!again) return
    again = false
    void flush()
  })
  return running
}

/** Web Locks keep two tabs from sending at once; where there are none the server's ids still make it safe. */
async function alone(): Promise<void> {
  if ('locks' in navigator) await navigator.locks.request('loype-outbox', sendAll)
  else await sendAll()
}

async function sendAll(): Promise<void> {
  clearTimeout(timer)
  const person = personId.value
  if (!person) return
  let most = MOST_LETTERS
  for (;;) {
    const batch = firstBatch(await outbox.load(person), most)
    if (batch.length === 0 || personId.value !== person) return
    sending.value = true
    try {
      const settled = await settle(batch, await send(batch))
      if (settled === 0) return retryLater()
      failures = 0
    } catch (caught) {
      const error = asApiError(caught)
      if (!isAboutTheLetters(error)) return retryLater(error)
      const [only] = batch
      if (batch.length > 1) most = Math.ceil(batch.length / 2)
      else if (only) await refuse(only, error.status === 413 ? 'too_large' : error.code)
    }
  }
}

function send(batch: readonly Waiting[]): Promise<Verdicts> {
  const letters = batch.map(({ letter }) => letter)
  return request<Verdicts>('/play/letters', { method: 'POST', body: { sent_at: new Date().toISOString(), letters } })
}

/** What is wrong with the call itself, so that cutting it smaller finds the letter. */
function isAboutTheLetters(error: ApiError): boolean {
  return error.status === 413 || (error.kind === 'problem' && (error.status === 400 || error.status === 422))
}

/** Acts on each verdict; says how many letters were settled. */
async function settle(batch: readonly Waiting[], answer: Verdicts): Promise<number> {
  let settled = 0
  for (const verdict of Array.isArray(answer.verdicts) ? answer.verdicts : []) {
    const one = batch.find(({ id }) => id === verdict.id)
    if (!one) continue
    settled += 1
    if (verdict.status === 'refused') await refuse(one, verdict.code ?? 'invalid', verdict)
    else {
      if (one.about.complete) finished.value = new Set(finished.value).add(`${one.about.run}/${one.about.activity}`)
      if (one.letter.kind === 'review') reviewed.value = one.letter
      slot(one.id).value = verdict
      await outbox.remove(one.id)
    }
  }
  if (settled > 0) taken.value += 1
  return settled
}

async function refuse(one: Waiting, code: string, verdict?: Verdict): Promise<void> {
  await outbox.refuse(one, code)
  const plain: Verdict = { id: one.id, status: 'refused', code, points: 0, correct: 0, of: 0, notices: [] }
  slot(one.id).value = verdict ?? plain
}

function retryLater(error?: ApiError): void {
  if (error?.status === 401) return
  failures += 1
  const wait = error?.retryAfter ? error.retryAfter * 1000 : backOff(failures, Math.random())
  timer = setTimeout(() => void flush(), wait)
}

/** Forgets the person's verdicts and waits for nothing. */
export function clear(): void {
  clearTimeout(timer)
  failures = 0
  verdicts.clear()
  finished.value = new Set()
  reviewed.value = null
}

/** Sends at once whenever there is new reason to believe it works. */
export function listen(): void {
  outbox.onPut(() => void flush())
  addEventListener('online', () => void flush())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void flush()
  })
}
