/** The arithmetic of a round of reviews. The order stands on the server too; `tests/vectors/rounds.json` keeps them together. */

/** An order in which no two of the same topic stand beside each other where that can be avoided; places in `topics`. */
export function interleaved(topics: readonly string[]): number[] {
  const waiting = new Map<string, number[]>()
  for (const [place, topic] of topics.entries()) waiting.set(topic, [...(waiting.get(topic) ?? []), place])
  const order: number[] = []
  let last: string | null = null
  while (waiting.size > 0) {
    const others: string[] = [...waiting.keys()].filter((topic) => topic !== last)
    const next: string = fullest(others.length > 0 ? others : [...waiting.keys()], waiting)
    const [place, ...rest] = waiting.get(next) ?? []
    if (place !== undefined) order.push(place)
    if (rest.length > 0) waiting.set(next, rest)
    else waiting.delete(next)
    last = next
  }
  return order
}

/** The topic with most left; of equals the one whose first comes first. */
function fullest(topics: readonly string[], waiting: ReadonlyMap<string, readonly number[]>): string {
  const of = (topic: string) => waiting.get(topic) ?? []
  return topics.reduce((best, topic) => {
    const more = of(topic).length - of(best).length
    return more > 0 || (more === 0 && (of(topic)[0] ?? 0) < (of(best)[0] ?? 0)) ? topic : best
  })
}

/** The calendar day of a moment in a time zone, as `2026-11-19`. */
export function dayIn(zone: string, moment: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(moment)
}

/** The Monday of that day's week. */
export function mondayOf(day: string): string {
  const date = new Date(`${day}T12:00:00Z`)
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7))
  return date.toISOString().slice(0, 10)
}

/** How many days lie between two calendar days. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000)
}
