/**
 * Two editors at once: what each changed since the same draft, put together by card and field.
 * What only one changed is taken. What both changed differently is a clash, and stands as mine until somebody chooses.
 */
import { type Json, type Thing, isThing } from './places'

/** A field by its name, or a thing of a list by its id. */
export type Way = { field: string } | { id: string }

/** Undefined where it was not there, or has been taken out. */
export type Clash = { ways: Way[]; base: Json | undefined; mine: Json | undefined; theirs: Json | undefined }

export type Merged = { document: Thing; clashes: Clash[] }

export function merge(base: Thing, mine: Thing, theirs: Thing): Merged {
  const clashes: Clash[] = []
  const document = merged(base, mine, theirs, [], clashes)
  return { document: isThing(document) ? document : mine, clashes }
}

function merged(base: Json | undefined, mine: Json | undefined, theirs: Json | undefined, ways: Way[], clashes: Clash[]): Json | undefined {
  if (same(mine, theirs) || same(base, theirs)) return mine
  if (same(base, mine)) return theirs
  if (isThing(mine) && isThing(theirs)) return mergedThing(isThing(base) ? base : {}, mine, theirs, ways, clashes)
  if (isNamed(mine) && isNamed(theirs)) return mergedList(isNamed(base) ? base : [], mine, theirs, ways, clashes)
  clashes.push({ ways, base, mine, theirs })
  return mine ?? theirs
}

function mergedThing(base: Thing, mine: Thing, theirs: Thing, ways: Way[], clashes: Clash[]): Thing {
  const names = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])]
  const fields = names.map((field) => [field, merged(base[field], mine[field], theirs[field], [...ways, { field }], clashes)] as const)
  return Object.fromEntries(fields.filter((each): each is readonly [string, Json] => each[1] !== undefined))
}

type Named = Thing & { id: string }

function mergedList(base: Named[], mine: Named[], theirs: Named[], ways: Way[], clashes: Clash[]): Json[] {
  return order(base, mine, theirs).flatMap((id) => {
    const [was, one, other] = [base, mine, theirs].map((list) => list.find((each) => each.id === id))
    const found = merged(was, one, other, [...ways, { id }], clashes)
    return found === undefined ? [] : [found]
  })
}

/** Mine, or theirs where only they moved things; what the other has besides comes after what it stood after there. */
function order(base: Named[], mine: Named[], theirs: Named[]): string[] {
  const ids = (list: Named[]) => list.map(({ id }) => id)
  const common = new Set(ids(base).filter((id) => ids(mine).includes(id) && ids(theirs).includes(id)))
  const kept = (list: Named[]) => ids(list).filter((id) => common.has(id))
  const mineMoved = !same(kept(base), kept(mine))
  const [first, second] = mineMoved || same(kept(base), kept(theirs)) ? [ids(mine), ids(theirs)] : [ids(theirs), ids(mine)]
  const all = [...first]
  second.forEach((id, place) => {
    if (all.includes(id)) return
    const before = second.slice(0, place).reverse().find((each) => all.includes(each))
    all.splice(before === undefined ? 0 : all.indexOf(before) + 1, 0, id)
  })
  return all
}

/** A list of things that each have an id of their own. */
function isNamed(part: Json | undefined): part is Named[] {
  if (!Array.isArray(part) || !part.every((each) => isThing(each) && typeof each.id === 'string')) return false
  return new Set(part.map((each) => (each as Named).id)).size === part.length
}

/** Whether two values say the same, whatever the order of their fields. */
export function same(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true
  if (Array.isArray(one)) return Array.isArray(other) && one.length === other.length && one.every((each, i) => same(each, other[i]))
  if (!isThing(one) || !isThing(other)) return false
  const names = Object.keys(one)
  return names.length === Object.keys(other).length && names.every((name) => Object.hasOwn(other, name) && same(one[name], other[name]))
}

/** The document with that value where a clash stands; undefined takes it out. */
export function settled(document: Thing, { ways, theirs, mine }: Clash, choice: 'mine' | 'theirs'): Thing {
  return set(document, ways, choice === 'mine' ? mine : theirs) as Thing
}

function set(part: Json | undefined, [way, ...rest]: readonly Way[], value: Json | undefined): Json | undefined {
  if (way === undefined) return value
  if ('field' in way) {
    const { [way.field]: before, ...others } = isThing(part) ? part : ({} as Thing)
    const below = set(before, rest, value)
    return below === undefined ? others : { ...others, [way.field]: below }
  }
  const list = Array.isArray(part) ? part : []
  const place = list.findIndex((each) => isThing(each) && each.id === way.id)
  const below = set(place < 0 ? undefined : list[place], rest, value)
  if (place < 0) return below === undefined ? list : [...list, below]
  return below === undefined ? list.filter((_, i) => i !== place) : list.map((each, i) => (i === place ? below : each))
}
