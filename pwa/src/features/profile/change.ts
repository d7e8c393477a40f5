/** Changing one's settings: at once on the screen, kept by the server. */
import { signal } from '@preact/signals'
import * as answers from '../../answers'
import { asApiError, request } from '../../api/client'
import type { Me, Settings } from '../../api/types'

/** What became of the last change. */
export const changed = signal<'saved' | 'offline' | 'failed' | null>(null)

/** Sends a change; what the server answers is what holds. */
export async function change(part: Partial<Settings>): Promise<void> {
  changed.value = null
  try {
    answers.own.set(await request<Me>('/me', { method: 'PATCH', body: part }))
    changed.value = 'saved'
    if ('alias' in part || 'show_name' in part || 'on_boards' in part) void answers.people.refresh()
  } catch (caught) {
    changed.value = asApiError(caught).kind === 'network' ? 'offline' : 'failed'
  }
}
