/** Who is using the app. The cookie is the browser's; here is only what the page needs to know. */
import { computed, signal } from '@preact/signals'
import type { Me, Organisation, Person } from './api/types'

export type Session = { person: Person; organisation: Organisation; shared: boolean }

/** `starting` until the device has been asked; null when nobody is signed in. */
export const session = signal<Session | null | 'starting'>('starting')

/** The value of the X-CSRF-Token header. Kept in memory only; `GET /me` gives it again. */
export const csrf = signal<string | null>(null)

/** The last known own data; null before the first answer. */
export const me = signal<Me | null>(null)

/** Set when the server no longer knew the session, so that the sign-in screen can say so. */
export const expired = signal(false)

export const current = computed<Session | null>(() => (session.value === 'starting' ? null : session.value))

/** The id that everything on the device is kept under. */
export const personId = computed(() => current.value?.person.id ?? null)

/** Whether the person leads others here and now; the server decides, this only shows the way. */
export const leads = computed(() => (me.value?.person.roles ?? []).some((role) => role === 'leader' || role === 'admin'))

/** Whether the person makes content. */
export const makes = computed(() => (current.value?.person.roles ?? []).some((role) => role === 'editor' || role === 'admin'))

/** Whether the person may let departments race. */
export const arranges = computed(() => leads.value || makes.value)

/** Points, boards and ranks are shown only when the person has not turned the game layer off. */
export const gameLayer = computed(() => (me.value?.settings.game_layer ?? true) && (me.value?.organisation.game_layer ?? true))
