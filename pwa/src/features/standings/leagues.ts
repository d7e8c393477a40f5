/** What the league's screen decides without a screen. */
import type { League, LeagueRow } from '../../api/types'
import { league } from '../../text/league'

/** A tier by its name, from 1. */
export function named(tier: number): string {
  return league().names[tier - 1] ?? ''
}

export function below(tier: number): string {
  return named(tier - 1)
}

/** Where one will be if the week ended now, in words; the lower tier is named without ado. */
export function nowOf({ mine, tier }: Pick<League, 'mine' | 'tier'>): string {
  const t = league()
  if (!mine || tier === null) return ''
  const where = (at: number) => t.where[at - 1] ?? ''
  if (mine.outcome === 'up') return t.now.up(named(tier + 1))
  return t.now[mine.outcome](where(mine.outcome === 'down' ? tier - 1 : tier))
}

/** By what a row is followed when it moves: oneself, and who shows a name. Who is anonymous is not followed. */
export function rowKey({ me, name, place }: LeagueRow): string {
  return me ? 'me' : name ? `name ${name}` : `place ${place}`
}

/** Whether others stand between two rows that follow one another. */
export function apart(before: LeagueRow | undefined, row: LeagueRow): boolean {
  return before !== undefined && row.place - before.place > 1
}
