/** The service worker from the page's side: registered after sign-in, replaced only when the person says so. */
import { signal } from '@preact/signals'

const WORKER = '/service-worker.js'

/** Whether a newer version waits to be taken into use. */
export const updateReady = signal(false)

type ScriptPolicy = { createScriptURL: (url: string) => unknown }
type TrustedTypes = { createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => ScriptPolicy }

let waiting: ServiceWorker | null = null
let asked: Promise<void> | null = null

/** The pages' policy lets one script address through, and that is the worker's. */
function workerAddress(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  if (!trustedTypes) return WORKER
  const policy = trustedTypes.createPolicy('loype', {
    createScriptURL(url) {
      if (url === WORKER) return url
      throw new TypeError('Not a script of Løype')
    },
  })
  return policy.createScriptURL(WORKER) as string
}

/** Registers once. Without a worker the app still works, only not from a cold start offline. */
export function register(): Promise<void> {
  asked ??= begin().catch(() => undefined)
  return asked
}

async function begin(): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
  const registration = await navigator.serviceWorker.register(workerAddress(), { updateViaCache: 'none' })
  watch(registration)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') registration.update().catch(() => undefined)
  })
}

function watch(registration: ServiceWorkerRegistration): void {
  offer(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const found = registration.installing
    found?.addEventListener('statechange', () => {
      if (found.state === 'installed') offer(found)
    })
  })
}

function offer(worker: ServiceWorker | null): void {
  // The first worker of all replaces nothing, so there is nothing to ask.
  if (!worker || !navigator.serviceWorker.controller) return
  waiting = worker
  updateReady.value = true
}

/** Takes the waiting version into use and loads the page again with it. */
export function takeUpdate(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting?.postMessage('take-over')
}
