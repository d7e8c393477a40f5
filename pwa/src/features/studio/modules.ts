/** What the list of posts decides without a screen. */
import type { Language } from '../../api/types'
import type { State } from './editor/shapes'

export const STATES: readonly State[] = ['draft', 'pilot', 'scheduled', 'published', 'retired']

/** The address of a page of posts; what is not asked for is left out. */
export function listAddress({ page, state, q }: { page: number; state: State | null; q: string }): string {
  const asked = new URLSearchParams({ page: String(page) })
  if (state) asked.set('state', state)
  if (q.trim() !== '') asked.set('q', q.trim())
  return `/studio/modules?${asked}`
}

/** Those of the states that hold any posts, and how many posts there are. */
export function counted(counts: Partial<Record<State, number>>): { states: State[]; all: number } {
  return { states: STATES.filter((state) => (counts[state] ?? 0) > 0), all: STATES.reduce((sum, state) => sum + (counts[state] ?? 0), 0) }
}

export type Coverage = 'whole' | 'stale' | 'part' | 'none'
export const covered = (languages: Partial<Record<Language, string>>, language: Language): Coverage => (languages[language] ?? 'none') as Coverage
