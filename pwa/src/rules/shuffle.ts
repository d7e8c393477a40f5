/** The order options are shown in: decided by the seed of the attempt, so that the server can rebuild it. */

/** FNV-1a, 32 bits, of the UTF-8 bytes of a text. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash >>> 0
}

/** Mulberry32: each call gives the next unsigned 32-bit number. */
export function mulberry32(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}

/** Fisher–Yates from the end. The list given is left as it is. */
export function shuffled(ids: readonly string[], seed: number, card: string): string[] {
  const next = mulberry32(fnv1a(`${seed}:${card}`))
  const order = [...ids]
  for (let i = order.length - 1; i > 0; i--) {
    const j = next() % (i + 1)
    const moved = order[i] as string
    order[i] = order[j] as string
    order[j] = moved
  }
  return order
}

/** The same for things to be put in order: a shuffle that happens to be the answer is rotated, the first goes last. */
export function shuffledUnsolved(
  ids: readonly string[], seed: number, card: string, key: readonly string[],
): string[] {
  const order = shuffled(ids, seed, card)
  const solved = order.length === key.length && order.every((id, i) => id === key[i])
  return solved ? [...order.slice(1), ...order.slice(0, 1)] : order
}

/** A seed for a new attempt: 31 random bits. */
export function newSeed(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] as number) >>> 1
}
