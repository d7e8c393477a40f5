/** Pushes from the page's side: asked for, kept alive, tried, taken back. Fetched only when it is needed. */
import { signal } from '@preact/signals'
import { request } from '../api/client'
import type { PushDevice, PushDevices } from '../api/types'
import { isInstalled } from '../device'
import { current } from '../session'
import { type Health, bytesOf, healthOf, madeWith } from './health'

const WANTED = 'push'
const ASKED = 'push-asked'
// Some browsers never answer `subscribe`: then it counts as not to be had.
const PATIENCE = 15_000

/** What is so on this device; null until it has been looked at. */
export const health = signal<Health | null>(null)

export type Asked = 'on' | 'denied' | 'offline' | 'failed'

function able(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis
}

const permission = (): NotificationPermission => ('Notification' in globalThis ? Notification.permission : 'denied')

function mark(name: string): boolean {
  try {
    return localStorage.getItem(name) !== null
  } catch {
    return false
  }
}

function setMark(name: string, on: boolean): void {
  try {
    if (on) localStorage.setItem(name, '1')
    else localStorage.removeItem(name)
  } catch {
    // Without storage it is asked again another time.
  }
}

/** Whether the person has been asked on this device. */
export const wasAsked = (): boolean => mark(ASKED)
export const noteAsked = (): void => setMark(ASKED, true)

/** Whether this is an iPhone or iPad, also one that says it is a Mac. */
export function isApple(): boolean {
  return /iPad|iPhone|iPod/.test(navigator.userAgent) || (navigator.userAgent.includes('Mac') && navigator.maxTouchPoints > 1)
}

function within<T>(promise: Promise<T>): Promise<T> {
  return Promise.race([
    promise,
    new Promise<T>((_, reject) => setTimeout(() => reject(new Error('no answer')), PATIENCE)),
  ])
}

async function subscription(): Promise<PushSubscription | null> {
  if (!able()) return null
  const registration = await navigator.serviceWorker.getRegistration()
  return (await registration?.pushManager?.getSubscription()) ?? null
}

/** Looks how it stands. With `ask` the server is asked whether it still has this device. */
export async function look(ask = false): Promise<Health> {
  const own = await subscription().catch(() => null)
  const known = ask && own ? await isKnown().catch(() => null) : null
  health.value = healthOf({
    shared: current.value?.shared ?? false, able: able(), apple: isApple(), installed: isInstalled(),
    permission: permission(), wanted: mark(WANTED), subscribed: own !== null, known,
  })
  return health.value
}

async function isKnown(): Promise<boolean> {
  const { items } = await request<PushDevices>('/push/subscriptions')
  return items.some((device) => device.this_device)
}

/** Asks the browser, and tells the server. Only ever after a tap. */
export async function turnOn(): Promise<Asked> {
  noteAsked()
  try {
    if ((await Notification.requestPermission()) !== 'granted') return 'denied'
    await subscribe()
    setMark(WANTED, true)
    return 'on'
  } catch (caught) {
    return navigator.onLine === false || isNetwork(caught) ? 'offline' : 'failed'
  } finally {
    await look(true)
  }
}

function isNetwork(caught: unknown): boolean {
  return typeof caught === 'object' && caught !== null && 'kind' in caught && caught.kind === 'network'
}

/** A subscription made with the server's key of today, known to the server as this sign-in's. */
async function subscribe(): Promise<void> {
  const { key } = await request<{ key: string }>('/push/key')
  const applicationServerKey = bytesOf(key)
  const { pushManager } = await within(navigator.serviceWorker.ready)
  let own = await pushManager.getSubscription()
  if (own && !madeWith(own.options, applicationServerKey)) {
    await own.unsubscribe()
    own = null
  }
  own ??= await within(pushManager.subscribe({ userVisibleOnly: true, applicationServerKey }))
  await request<PushDevice>('/push/subscriptions', { method: 'POST', body: own.toJSON() })
}

/** At start: what was lost meanwhile (by the browser, by a new key, by a new sign-in) is there again. Asks nobody. */
export async function repair(): Promise<void> {
  if (mark(WANTED) && able() && permission() === 'granted' && !current.value?.shared) await subscribe().catch(() => undefined)
}

/** No more pushes to this device. */
export async function turnOff(): Promise<void> {
  setMark(WANTED, false)
  const own = await subscription().catch(() => null)
  const found = await request<PushDevices>('/push/subscriptions').catch(() => null)
  for (const device of found?.items.filter(({ this_device }) => this_device) ?? [])
    await request(`/push/subscriptions/${device.id}`, { method: 'DELETE' }).catch(() => undefined)
  await own?.unsubscribe().catch(() => false)
  await look(true)
}
