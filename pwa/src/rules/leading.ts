/** How somebody stands who is first. */

export type Leading = 'alone' | 'shared' | 'level'

/**
 * First alone, with others, or where all are; null for who is not first. `sharing`: how many of `of` have that rank;
 * what a device has kept from an older version does not tell.
 */
export function leadingOf({ rank, sharing = 1, of }: { rank: number; sharing?: number; of: number }): Leading | null {
  if (rank !== 1) return null
  if (sharing <= 1) return 'alone'
  return sharing === of ? 'level' : 'shared'
}
