/** Cards that are one of several: which one an attempt shows is drawn by its seed, so that the server can rebuild it. */
import type { Card, Listed, Pool } from './cards'
import { fnv1a, mulberry32 } from './shuffle'

/** The card that an attempt with that seed shows. */
export function drawn(card: Listed, seed: number): Card {
  if (!('variants' in card)) return card
  const place = mulberry32(fnv1a(`${seed}:${card.id}:variant`))() % card.variants.length
  return face(card, place)
}

/** Every card that may be shown. */
export function faces(card: Listed): Card[] {
  return 'variants' in card ? card.variants.map((_, place) => face(card, place)) : [card]
}

function face({ variants, ...shared }: Pool, place: number): Card {
  const variant = variants[place] as Pool['variants'][number]
  return { ...shared, ...variant, id: shared.id, variant: variant.id } as Card
}
