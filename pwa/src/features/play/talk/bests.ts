/** The best somebody has made of a conversation: what the server knows, and what has been made here since. */
import type { Best } from '../../../api/types'
import { bests } from '../ports'
import { withBest } from './logic'

export type { Best } from '../../../api/types'

/** The stars of the best play before this one; null while nothing is known. */
export function bestBefore({ module, card }: Pick<Best, 'module' | 'card'>): number | null {
  return bests.state.value.data?.items.find((each) => each.module === module && each.card === card)?.stars ?? null
}

/** Keeps a play that is better than those before; the server does the same when its letter comes. */
export function noteBest(own: Best): void {
  const known = bests.state.peek().data ?? { items: [], page: 1, pages: 1, total: 0 }
  const items = withBest(known.items, own)
  if (items !== known.items) bests.set({ ...known, items, total: Math.max(known.total, items.length) })
}
