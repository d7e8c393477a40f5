/** What is left of a requirement, decided without a screen. */
import type { Competence } from '../../api/types'

export type Left =
  | { kind: 'rest'; day: string | null }
  | { kind: 'done'; again: boolean }
  | { kind: 'begin' | 'goOn' | 'renew' | 'expired'; count: number }

/** What one has to do: nothing until a day, so many things, or nothing more. */
export function leftOf({ state, renews_from, done, needed }: Competence): Left {
  if (state === 'valid') return { kind: 'rest', day: renews_from }
  const count = needed - done
  const again = state === 'renew' || state === 'expired'
  if (needed > 0 && count <= 0) return { kind: 'done', again }
  if (state === 'not_begun') return { kind: 'begin', count }
  return { kind: state === 'on_the_way' ? 'goOn' : state, count }
}
