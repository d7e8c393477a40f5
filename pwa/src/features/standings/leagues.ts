/** What the league's screen decides without a screen. */
import type { League, LeagueRow } from '../../api/types'
import { league } from '../../text/league'

/** A tier by its name, from 1. */
export function named(tier: number): string {
  return league().names[tier - 1] ?? ''
}

/** Where the week leads as it stands, and the next step. Who stands low is told how to stay where there is a way. */
export function nowOf({ mine, tier, gap }: Pick<League, 'mine' | 'tier' | 'gap'>): string {
  const t = league()
  if (!mine || tier === null) return ''
  const where = (at: number) => t.where[at - 1] ?? ''
  if (gap && gap.to_rank === null) return mine.outcome === 'down' ? t.stay(gap.points, where(tier)) : t.now[mine.outcome](where(tier))
  const told = mine.outcome === 'up' ? t.now.up(named(tier + 1)) : t.now[mine.outcome](where(mine.outcome === 'down' ? tier - 1 : tier))
  if (mine.rank === null && mine.outcome === 'stayed') return ''
  return gap?.to_rank ? `${told} ${t.gap(gap.points, gap.to_rank)}` : told
}

/** How many places lead up and down, and where to. */
export function zonesOf({ tier, up, down }: Pick<League, 'tier' | 'up' | 'down'>): string {
  const t = league()
  if (tier === null) return ''
  return [up > 0 ? t.howUp(up, named(tier + 1)) : t.howTop, ...(down > 0 ? [t.howDown(down, named(tier - 1))] : [])].join(' ')
}

/** By what a row is followed when it moves: oneself, and who shows a name. Who is anonymous is not followed. */
export function rowKey({ me, name, place }: LeagueRow): string {
  return me ? 'me' : name ? `name ${name}` : `place ${place}`
}

/** Whether others stand between two rows that follow one another. */
export function apart(before: LeagueRow | undefined, row: LeagueRow): boolean {
  return before !== undefined && row.place - before.place > 1
}
