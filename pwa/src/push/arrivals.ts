/** What the worker tells the page, who came by a nudge, and the number on the app's icon. */
import { effect } from '@preact/signals'
import * as answers from '../answers'
import { request } from '../api/client'
import { current } from '../session'
import { navigate } from '../router'
import { arrivalOf } from './messages'

/** When the worker last said that it had shown a push; for who waits for one. */
export type Told = { kind: 'shown'; at: string } | { kind: 'open'; to: string }

let waiting: string | null = null

/** Takes the nudge out of the address at the opening of the page. */
export function arrive(): void {
  const { nudge, to } = arrivalOf(location.pathname + location.search + location.hash)
  if (!nudge) return
  waiting = nudge
  history.replaceState(history.state, '', to)
}

/** Marks the nudge somebody came by as read, once they are signed in. */
export async function settle(): Promise<void> {
  if (waiting === null || !current.value) return
  const ids = [waiting]
  waiting = null
  await request('/inbox/read', { method: 'POST', body: { ids } }).catch(() => undefined)
  await answers.today.refresh()
}

/** Listens to the worker, and keeps the number on the app's icon. */
export function listen(): void {
  if ('serviceWorker' in navigator) navigator.serviceWorker.addEventListener('message', hear)
  effect(() => {
    const unread = answers.today.state.value.data?.inbox.unread
    if (unread !== undefined || current.value === null) setBadge(unread ?? 0)
  })
}

function hear(event: MessageEvent<Told>): void {
  if (event.data?.kind === 'shown') void answers.today.refresh()
  if (event.data?.kind !== 'open') return
  const { nudge, to } = arrivalOf(event.data.to)
  navigate(to)
  waiting = nudge
  void settle()
}

function setBadge(unread: number): void {
  if (!('setAppBadge' in navigator)) return
  const done = unread > 0 ? navigator.setAppBadge(unread) : navigator.clearAppBadge()
  done.catch(() => undefined)
}
