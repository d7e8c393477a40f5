/** What Meg decides without a screen. */
import type { ApiError } from '../../api/client'
import type { Me, Person } from '../../api/types'
import type { Refused } from '../../offline/db'

const SHORTEST_ALIAS = 2
const LONGEST_ALIAS = 24
const SHORTEST_PIN = 6

/** What an alias field means: the alias, null for none, undefined when it cannot be one. */
export function aliasOf(text: string): string | null | undefined {
  const alias = text.trim().replace(/\s+/g, ' ')
  if (alias === '') return null
  const length = [...alias].length
  return length >= SHORTEST_ALIAS && length <= LONGEST_ALIAS ? alias : undefined
}

/** What a note is known by. */
export function noteId({ letter, position }: { letter: string; position: number }): string {
  return `${letter} ${position}`
}

/** The heading and the line below it: alias and name never more together than the person's own screen needs. */
export function called(person: Person, me: Me | null): { heading: string; below: string } {
  const primary = me?.departments.find((one) => one.primary) ?? me?.departments[0]
  const parts = [...(person.alias ? [person.name] : []), ...(primary ? [primary.name] : [])]
  return { heading: person.alias ?? person.name, below: parts.join(' · ') }
}

/** Refused answers as a file that somebody else can read: the letters with the server's reasons. */
export function exported(refused: readonly Refused[]): string {
  const letters = refused.map(({ letter, code, refused_at }) => ({ code, refused_at, letter }))
  return JSON.stringify({ format: 'loype.refused/1', letters }, null, 2)
}

export type PinTrouble = 'short' | 'common' | 'wrong' | 'network' | 'failed'

/** Why a PIN was not changed. */
export function pinTrouble(error: ApiError): PinTrouble {
  if (error.kind === 'network') return 'network'
  if (error.code === 'common_pin') return 'common'
  if (error.code === 'wrong_pin') return 'wrong'
  return error.status === 422 || error.status === 400 ? 'short' : 'failed'
}

export function isShort(pin: string): boolean {
  return pin.trim().length < SHORTEST_PIN
}
