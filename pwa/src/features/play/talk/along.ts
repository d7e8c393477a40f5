/** Whether each choice is explained at once. Chosen for this device; off until then. */
import { signal } from '@preact/signals'

const KEY = 'why-along'

function kept(): boolean {
  try {
    return localStorage.getItem(KEY) === 'yes'
  } catch {
    return false
  }
}

export const along = signal(kept())

export function chooseAlong(value: boolean): void {
  along.value = value
  try {
    if (value) localStorage.setItem(KEY, 'yes')
    else localStorage.removeItem(KEY)
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}
