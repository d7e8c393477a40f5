/// <reference lib="webworker" />
/** Keeps the app's own files, so that it opens without a network; shows pushes and leads to what they are about. */
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { CacheFirst } from 'workbox-strategies'
import { write } from './offline/db'
import type { Told } from './push/arrivals'
import { addressOf, shownBy } from './push/messages'

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: (string | PrecacheEntry)[] }

cleanupOutdatedCaches()
// The plugin lists the web app manifest by itself; the browser fetches that when it wants it.
precacheAndRoute(self.__WB_MANIFEST.filter((entry) => typeof entry === 'string' || !entry.url.endsWith('.webmanifest')))
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), {
    denylist: [/^\/api\//, /^\/(healthz|readyz|metrics|personvern|tilgjengelighet)\b/, /\/[^/]+\.[^/]+$/],
  }),
)

// The studio is no part of what every device keeps; whoever opens it keeps it until the next version.
const OPENED = 'opened'
registerRoute(({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'), new CacheFirst({ cacheName: OPENED }))

self.addEventListener('message', (event) => {
  if (event.data === 'take-over') void self.skipWaiting()
})

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([caches.delete(OPENED), self.clients.claim()]))
})

self.addEventListener('push', (event) => {
  event.waitUntil(show(event.data?.text() ?? ''))
})

async function show(text: string): Promise<void> {
  const { title, options, badge } = shownBy(text, self.location.origin, new Date().getHours())
  await self.registration.showNotification(title, options)
  const at = new Date().toISOString()
  await write((db) => db.put('keys', { id: 'push_shown', at }))
  if (badge !== null && 'setAppBadge' in navigator) await navigator.setAppBadge(badge).catch(() => undefined)
  for (const page of await pages()) tell(page, { kind: 'shown', at })
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const data: unknown = event.notification.data
  const to = typeof data === 'object' && data !== null && 'to' in data ? addressOf(data.to, self.location.origin) : '/'
  event.waitUntil(lead(to))
})

async function lead(to: string): Promise<void> {
  const open = await pages()
  const page = open.find(({ focused }) => focused) ?? open.find(({ visibilityState }) => visibilityState === 'visible') ?? open[0]
  if (!page) {
    await self.clients.openWindow(to)
    return
  }
  await page.focus().catch(() => undefined)
  tell(page, { kind: 'open', to })
}

function pages(): Promise<readonly WindowClient[]> {
  return self.clients.matchAll({ type: 'window' })
}

function tell(page: WindowClient, what: Told): void {
  page.postMessage(what)
}

type Changed = ExtendableEvent & { oldSubscription?: PushSubscription | null; newSubscription?: PushSubscription | null }

self.addEventListener('pushsubscriptionchange', (event) => {
  const { oldSubscription, newSubscription } = event as Changed
  ;(event as Changed).waitUntil(renew(oldSubscription ?? null, newSubscription ?? null))
})

/** The browser has changed the subscription: the server is told at once, or by the page at its next start. */
async function renew(old: PushSubscription | null, fresh: PushSubscription | null): Promise<void> {
  const applicationServerKey = old?.options.applicationServerKey ?? null
  const now = fresh ?? (applicationServerKey && (await self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey })))
  if (!now) return
  const own = await fetch('/api/v1/me', { credentials: 'same-origin', cache: 'no-store' })
  if (!own.ok) return
  const { csrf_token } = (await own.json()) as { csrf_token: string }
  await fetch('/api/v1/push/subscriptions', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': csrf_token },
    body: JSON.stringify(now),
    credentials: 'same-origin',
  })
}
