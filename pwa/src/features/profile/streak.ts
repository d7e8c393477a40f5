/** What is said of weeks in a row: what is there and what comes, never what was. */
import type { Streak } from '../../api/types'

export type Said = { week: 'met' | 'open' | 'rest'; reserves: number | null; begun: boolean }

/** Free weeks are told of once there is a row that they carry. A week that rests says nothing of how far it has come. */
export function saidOf({ weeks, reserves, state, goal }: Streak): Said {
  const week = state === 'open' && goal === null ? 'rest' : state
  return { week, reserves: weeks > 0 ? reserves : null, begun: weeks > 0 }
}
