/** Changing one's settings: at once on the screen, kept by the server. */
import { signal } from '@preact/signals'
import * as answers from '../../answers'
import { asApiError, request } from '../../api/client'
import type { Language, Me, Settings } from '../../api/types'
import { language } from '../../text'

/** What became of the last change. */
export const changed = signal<'saved' | 'offline' | 'failed' | null>(null)

const LEAGUES = ['in_league', 'on_boards', 'game_layer', 'alias', 'show_name'] as const

/** Sends a change; what the server answers is what holds. Says whether it was kept. */
export async function change(part: Partial<Settings>): Promise<boolean> {
  changed.value = null
  try {
    answers.own.set(await request<Me>('/me', { method: 'PATCH', body: part }))
    changed.value = 'saved'
    if ('alias' in part || 'show_name' in part || 'on_boards' in part) void answers.people.refresh()
    if (LEAGUES.some((name) => name in part)) void answers.league.refresh()
    return true
  } catch (caught) {
    changed.value = asApiError(caught).kind === 'network' ? 'offline' : 'failed'
    return false
  }
}

/** Speaks the chosen language at once, and the former one again when the server could not keep the choice. */
export async function speak(chosen: Language): Promise<void> {
  const before = language.peek()
  language.value = chosen
  if (!(await change({ language: chosen }))) language.value = before
}
