/** Parts of a document by the steps that lead to them. Documents are never changed: each change gives a new one. */
import type { Language } from '../../../api/types'

export type Json = string | number | boolean | null | Json[] | Thing
export type Thing = { [name: string]: Json }
export type Step = string | number
export type Place = readonly Step[]

export function isThing(part: unknown): part is Thing {
  return typeof part === 'object' && part !== null && !Array.isArray(part)
}

/** What stands there; undefined where there is nothing. */
export function at(part: Json | undefined, place: Place): Json | undefined {
  let here: Json | undefined = part
  for (const step of place) {
    if (Array.isArray(here)) here = typeof step === 'number' ? here[step] : undefined
    else if (isThing(here)) here = Object.hasOwn(here, step) ? here[step] : undefined
    else return undefined
  }
  return here
}

/** The things of a list there; none where there is no list. */
export function thingsAt(part: Json | undefined, place: Place): Thing[] {
  const found = at(part, place)
  return Array.isArray(found) ? found.filter(isThing) : []
}

/** The same with another value there, and the objects on the way to it; undefined takes it out. */
export function put<Part extends Json>(part: Part, place: Place, value: Json | undefined): Part {
  return (placed(part, place, value) ?? part) as Part
}

function placed(part: Json | undefined, place: Place, value: Json | undefined): Json | undefined {
  const [step, ...rest] = place
  if (step === undefined) return value
  if (typeof step === 'number') {
    const list = Array.isArray(part) ? [...part] : []
    const below = placed(list[step], rest, value)
    if (below === undefined) list.splice(step, 1)
    else list[step] = below
    return list
  }
  const { [step]: before, ...others } = isThing(part) ? part : ({} as Thing)
  const below = placed(before, rest, value)
  if (below === undefined) return others
  return isThing(part) && step in part ? { ...part, [step]: below } : { ...others, [step]: below }
}

/** A list with the item at `from` moved to `to`. */
export function movedTo<One>(list: readonly One[], from: number, to: number): One[] {
  const next = [...list]
  const [one] = next.splice(from, 1)
  if (one !== undefined) next.splice(to, 0, one)
  return next
}

/** `cards[2].options[0].text` as steps. */
export function stepsOf(place: string): Step[] {
  return [...place.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, number, name]) => (number === undefined ? (name as string) : Number(number)))
}

/** Steps as `cards[2].options[0].text`. */
export function placeOf(steps: Place): string {
  return steps.reduce<string>((told, step) => (typeof step === 'number' ? `${told}[${step}]` : told ? `${told}.${step}` : step), '')
}

/** The text there in that language; empty where there is none. */
export function textAt(part: Json | undefined, place: Place, language: Language): string {
  const text = at(part, [...place, language])
  return typeof text === 'string' ? text : ''
}

/** The same with another text there; an empty one leaves the language out, and below the top the field too when it was the last. */
export function withText<Part extends Json>(part: Part, place: Place, language: Language, text: string): Part {
  const next = put(part, [...place, language], text === '' ? undefined : text)
  const left = at(next, place)
  return place.length > 1 && isThing(left) && Object.keys(left).length === 0 ? put(next, place, undefined) : next
}
