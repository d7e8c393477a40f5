/** A push as the worker shows it: the declarative shape, which newer browsers show without a worker. */

export type Shown = {
  title: string
  options: NotificationOptions
  /** Where it leads, as an address of this app. */
  to: string
  badge: number | null
}

const QUIET_FROM = 21
const QUIET_UNTIL = 6

/** What a push's text means. Whatever it is, there is something to show: a push that shows nothing costs the permission. */
export function shownBy(text: string, origin: string, hour: number): Shown {
  const message = parsed(text)
  const notification = part(message, 'notification')
  const to = addressOf(notification.navigate, origin)
  const options: NotificationOptions = {
    lang: word(notification.lang) || 'nb',
    dir: 'ltr',
    icon: '/icons/icon-192.png',
    tag: word(notification.tag) || 'loype',
    // What a service kept until the phone came back at night must not make a sound.
    silent: hour >= QUIET_FROM || hour < QUIET_UNTIL,
    data: { to },
  }
  const body = word(notification.body)
  if (body) options.body = body
  const badge = message.app_badge
  return { title: word(notification.title) || 'Løype', options, to, badge: typeof badge === 'number' && badge >= 0 ? badge : null }
}

type Loose = Record<string, unknown>

function parsed(text: string): Loose {
  try {
    const found: unknown = JSON.parse(text)
    return loose(found)
  } catch {
    return {}
  }
}

function loose(value: unknown): Loose {
  return typeof value === 'object' && value !== null ? (value as Loose) : {}
}

function part(message: Loose, name: string): Loose {
  return loose(message[name])
}

function word(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** The path of an address, on this origin whatever host it names; the first screen for what is none. */
export function addressOf(value: unknown, origin: string): string {
  try {
    const url = new URL(word(value), origin)
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.pathname + url.search : '/'
  } catch {
    return '/'
  }
}

const NUDGE = 'varsel'

/** The nudge somebody came by, and the address without it. */
export function arrivalOf(address: string): { nudge: string | null; to: string } {
  const url = new URL(address, 'https://loype.invalid')
  const nudge = url.searchParams.get(NUDGE)
  url.searchParams.delete(NUDGE)
  return { nudge: nudge && /^[0-9a-f-]{36}$/.test(nudge) ? nudge : null, to: url.pathname + url.search + url.hash }
}
