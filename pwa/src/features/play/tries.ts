/** How somebody might answer an exercise, rightly and not, to see what they would be told. */
import type { Exercise, Response } from '../../rules/cards'
import { wayTo } from '../../rules/scenario'

/** The right answer; null where there is none yet. */
export function rightResponse(card: Exercise): Response | null {
  switch (card.type) {
    case 'number':
      return card.key.value
    case 'fill':
      return card.key[0] ?? null
    case 'scenario':
      return card.key
    default:
      return card.key
  }
}

/** An answer of the right form that is not right; null where every answer is right. */
export function wrongResponse(card: Exercise): Response | null {
  switch (card.type) {
    case 'choice':
      return card.options.find(({ id }) => id !== card.key)?.id ?? null
    case 'multiple':
      return others(card.options, card.key)
    case 'hotspot':
      return others(card.regions, card.key)
    case 'order':
      return card.key.length < 2 ? null : [...card.key.slice(1), ...card.key.slice(0, 1)]
    case 'match':
      return turned(card.key)
    case 'sort':
      return elsewhere(card.key, card.buckets.map(({ id }) => id))
    case 'number':
      return card.key.value + 2 * card.key.tolerance + 1
    case 'fill':
      return 'xyzxyz'
    case 'scenario':
      return wayTo(card, false)
  }
}

function others(all: readonly { id: string }[], key: readonly string[]): string[] | null {
  const wrong = all.filter(({ id }) => !key.includes(id)).slice(0, 1).map(({ id }) => id)
  if (wrong.length > 0) return wrong
  return key.length > 1 ? key.slice(0, 1) : null
}

function turned(key: Record<string, string>): Record<string, string> | null {
  const [things, places] = [Object.keys(key), Object.values(key)]
  if (new Set(places).size < 2) return null
  return Object.fromEntries(things.map((thing, i) => [thing, places[(i + 1) % places.length] as string]))
}

function elsewhere(key: Record<string, string>, places: readonly string[]): Record<string, string> | null {
  if (places.length < 2) return null
  return Object.fromEntries(Object.entries(key).map(([thing, place]) => [thing, places.find((each) => each !== place) as string]))
}
