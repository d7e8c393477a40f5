/** Addresses without a library: the History API and one listener for links. */
import { computed, signal } from '@preact/signals'

const here = signal(typeof location === 'undefined' ? '/' : location.pathname)

export type Route =
  | {
    screen:
      | 'today' | 'paths' | 'standings' | 'profile' | 'looks' | 'points' | 'notes' | 'said' | 'inbox' | 'welcome' | 'people' | 'newcomer' | 'practice' | 'review' | 'competence' | 'check' | 'missing'
  }
  | { screen: 'quest'; quest: string }
  | { screen: 'person'; person: string }
  | { screen: 'play'; quest: string; activity: string }
  | { screen: 'race'; competition: string }
  | { screen: 'new-race' | 'new-goal' | 'walls' | 'weeks' | 'join-meet' | 'league' }
  | { screen: 'week'; monday: string }
  | { screen: 'wall'; token: string }
  | { screen: 'explore' }
  | { screen: 'test'; run: string; kind: 'before' | 'after' }
  | { screen: 'led-competence'; requirement: string | null }
  | { screen: 'taste'; version: string }
  | { screen: 'reading'; module: string }
  | { screen: 'studio'; place: string[] }
  | { screen: 'questions' }
  | { screen: 'question'; request: string }
  | { screen: 'asked-post'; request: string }
  | { screen: 'ask'; about: Where | null }

/** A post, or a card of it, as it stands in a quest. */
export type Where = { quest: string; activity: string; card: string | null }

const OF_TEAM = { ny: 'new-race', mal: 'new-goal', vegg: 'walls', uker: 'weeks', mot: 'join-meet', liga: 'league' } as const

/** The screen an address means. */
export function match(path: string): Route {
  const [first = '', second, third, ...rest] = path.split('/').filter(Boolean).map(decode)
  if (first === 'studio') return { screen: 'studio', place: [second, third, ...rest].filter((part) => part !== undefined) }
  if (first === 'sporsmal') return matchQuestion([second, third, ...rest].filter((part) => part !== undefined))
  if (rest.length > 0) return { screen: 'missing' }
  if (first === 'spill' && second && third) return { screen: 'play', quest: second, activity: third }
  if (first === 'test' && second && (third === 'for' || third === 'etter')) return { screen: 'test', run: second, kind: third === 'for' ? 'before' : 'after' }
  if (first === 'etappe' && second && !third) return { screen: 'quest', quest: second }
  if (first === 'folk' && second === 'kompetanse') return { screen: 'led-competence', requirement: third ?? null }
  if (first === 'folk' && second && !third) return second === 'ny' ? { screen: 'newcomer' } : { screen: 'person', person: second }
  if (first === 'meg' && second === 'innsyn' && !third) return { screen: 'looks' }
  if (first === 'meg' && second === 'poeng' && !third) return { screen: 'points' }
  if (first === 'meg' && second === 'notater' && !third) return { screen: 'notes' }
  if (first === 'lag' && second && !third) return Object.hasOwn(OF_TEAM, second) ? { screen: OF_TEAM[second as keyof typeof OF_TEAM] } : { screen: 'race', competition: second }
  if (first === 'lag' && second === 'uke' && third) return { screen: 'week', monday: third }
  if (first === 'wall' && second && !third) return { screen: 'wall', token: second }
  if (first === 'loype' && second === 'utforsk' && !third) return { screen: 'explore' }
  if (first === 'fagsjekk' && second && !third) return { screen: 'reading', module: second }
  if (first === 'smakebit' && second && !third) return { screen: 'taste', version: second }
  if (second) return { screen: 'missing' }
  const screens = {
    '': 'today', loype: 'paths', lag: 'standings', meg: 'profile', innboks: 'inbox', folk: 'people', velkommen: 'welcome',
    ovepost: 'practice', repetisjon: 'review', kompetanse: 'competence', kontroll: 'check', tilbakemeldinger: 'said',
  } as const
  return { screen: Object.hasOwn(screens, first) ? screens[first as keyof typeof screens] : 'missing' }
}

function matchQuestion([first, quest, activity, card, ...rest]: string[]): Route {
  if (first === undefined) return { screen: 'questions' }
  if (rest.length > 0) return { screen: 'missing' }
  if (first === 'ny' && quest === undefined) return { screen: 'ask', about: null }
  if (first === 'ny' && quest && activity) return { screen: 'ask', about: { quest, activity, card: card ?? null } }
  if (quest === 'post' && activity === undefined) return { screen: 'asked-post', request: first }
  return first && quest === undefined ? { screen: 'question', request: first } : { screen: 'missing' }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}

export const route = computed<Route>(() => match(here.value))
export const address = computed(() => here.value)

let hasMoved = false

/** Whether the person has gone anywhere since the page was opened. */
export function moved(): boolean {
  return hasMoved
}

/** The screen changes though the address stands: somebody has just been let in, and their heading is to be read. */
export function arrived(): void {
  hasMoved = true
}

/** Goes to an address of the app. `replace` leaves no step to come back to. */
export function navigate(to: string, { replace = false } = {}): void {
  if (replace) history.replaceState(null, '', to)
  else history.pushState(null, '', to)
  hasMoved = true
  here.value = location.pathname
  scrollTo(0, 0)
}

export const PRACTICE = '/ovepost'
export const REVIEW = '/repetisjon'
export const testAddress = (run: string, kind: 'before' | 'after'): string =>
  `/test/${encodeURIComponent(run)}/${kind === 'before' ? 'for' : 'etter'}`
export const questAddress = (quest: string): string => `/etappe/${encodeURIComponent(quest)}`
export const personAddress = (person: string): string => `/folk/${encodeURIComponent(person)}`
export const playAddress = (quest: string, activity: string): string =>
  `/spill/${encodeURIComponent(quest)}/${encodeURIComponent(activity)}`

export const questionAddress = (request: string): string => `/sporsmal/${encodeURIComponent(request)}`
export const askAddress = ({ quest, activity, card }: Where): string =>
  ['/sporsmal/ny', quest, activity, ...(card === null ? [] : [card])].map((part, at) => (at ? encodeURIComponent(part) : part)).join('/')

/** Follows plain clicks on links of the app, and the browser's own steps back and forth. */
export function listen(): void {
  addEventListener('popstate', () => {
    hasMoved = true
    here.value = location.pathname
  })
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin || link.hash) return
    event.preventDefault()
    navigate(link.pathname)
  })
}
