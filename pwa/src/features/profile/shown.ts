/** When a push was last shown on this device, as the worker noted it. */
import { computed, signal } from '@preact/signals'
import { read } from '../../offline/db'
import type { Told } from '../../push/arrivals'
import { when } from '../../text/when'

const PATIENCE = 20_000

const at = signal<string | null>(null)

export const lastShown = {
  words: computed(() => (at.value ? when().moment(at.value, new Date()) : null)),
  async load(): Promise<void> {
    const kept = await read((db) => db.get('keys', 'push_shown'), undefined)
    at.value = kept && 'at' in kept ? kept.at : null
  },
}

/** Whether the worker shows a push from now on, within a while. */
export function shownAfter(): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (shown: boolean) => {
      navigator.serviceWorker.removeEventListener('message', hear)
      clearTimeout(timer)
      resolve(shown)
    }
    const hear = (event: MessageEvent<Told>) => {
      if (event.data?.kind !== 'shown') return
      at.value = event.data.at
      end(true)
    }
    const timer = setTimeout(() => end(false), PATIENCE)
    navigator.serviceWorker.addEventListener('message', hear)
  })
}
