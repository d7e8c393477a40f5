/** One answer of the server as a screen sees it: what is kept at once, then what is new. */
import { type ReadonlySignal, signal } from '@preact/signals'
import { type ApiError, type Answer, ask, asApiError } from '../api/client'
import { personId } from '../session'
import * as snapshots from './snapshots'

/** `at` is when the data was true; `kept` says that it comes from the device because the server did not answer. */
export type Loaded<T> = { data: T | null; at: string | null; kept: boolean; loading: boolean; error: ApiError | null }

export type Resource<T> = {
  state: ReadonlySignal<Loaded<T>>
  refresh: () => Promise<void>
  /** Shows what another call has just answered. */
  set: (data: T) => void
}

const everyone = new Set<() => void>()

/** Forgets what all screens have shown; for signing out. */
export function clear(): void {
  for (const reset of everyone) reset()
}

/** A resource kept under `kind`. `landed` runs after each fresh answer. */
export function resource<T>(kind: string, path: string, landed?: (data: T) => void): Resource<T> {
  const empty: Loaded<T> = { data: null, at: null, kept: false, loading: true, error: null }
  const state = signal<Loaded<T>>(empty)
  let etag: string | null = null
  let running: Promise<void> | null = null
  let [sent, again] = [false, false]
  let sets = 0

  everyone.add(() => {
    etag = null
    state.value = empty
  })

  function show(data: T, at: string, kept: boolean): void {
    state.value = { data, at, kept, loading: false, error: null }
  }

  async function showKept(): Promise<void> {
    const snapshot = await snapshots.get(kind)
    if (!snapshot || state.value.data !== null) return
    etag = snapshot.etag
    state.value = { ...empty, data: snapshot.data as T, at: snapshot.at }
  }

  async function take(answer: Answer<T>): Promise<void> {
    const now = new Date().toISOString()
    const data = answer === 'not_modified' ? state.value.data : answer.data
    if (answer !== 'not_modified') etag = answer.etag
    if (data === null) return
    show(data, now, false)
    await snapshots.put(kind, data, etag)
    landed?.(data)
  }

  async function load(): Promise<void> {
    const person = personId.value
    const before = sets
    if (!person) return
    if (state.value.data === null) await showKept()
    try {
      await Promise.resolve()
      sent = true
      const answer = await ask<T>(path, { etag: state.value.data === null ? null : etag })
      // What was set meanwhile is newer than what was asked for before it.
      if (personId.value === person && sets === before) await take(answer)
    } catch (caught) {
      if (personId.value !== person) return
      const { data } = state.value
      state.value = { ...state.value, loading: false, kept: data !== null, error: asApiError(caught) }
    }
  }

  /** One question for all who ask before it is sent. Who asks later has a reason that the answer may be older than: it is asked anew. */
  async function rounds(): Promise<void> {
    try {
      do {
        ;[sent, again] = [false, false]
        await load()
      } while (again)
    } finally {
      running = null
      sent = false
    }
  }

  return {
    state,
    refresh: () => {
      again = sent
      return (running ??= rounds())
    },
    set: (data) => {
      sets += 1
      show(data, new Date().toISOString(), false)
      void snapshots.put(kind, data, null)
    },
  }
}
