/** What is done to a conversation: its people, meters, places and replies. Values in, values out. */
import { type Move, type Position, type Scenario, after, isOver, opening, optionsAt } from '../../../rules/scenario'
import { freshId, idsIn } from './cards'
import { type Json, type Thing, isThing, thingsAt } from './places'

export const PREFIX = { characters: 'p', meters: 'm', nodes: 'n' } as const
export type Part = keyof typeof PREFIX

const FRESH: Record<Part, Thing> = { characters: { look: 'c' }, meters: { start: 50, enough: 60 }, nodes: { ending: true, good: true } }

export function withPart(card: Thing, part: Part): Thing {
  const list = thingsAt(card, [part])
  return { ...card, [part]: [...list, { id: freshId(PREFIX[part]), ...FRESH[part] }] }
}

/** Without it, and without what speaks of a person or a meter that is gone. */
export function withoutPart(card: Thing, part: Part, id: string): Thing {
  const next = { ...card, [part]: thingsAt(card, [part]).filter((each) => each.id !== id) }
  if (part === 'meters') return mapNodes(next, (node) => forgetting(node, id) as Thing)
  if (part === 'characters') return mapNodes(next, (node) => (node.who === id ? without(node, 'who') : node))
  return next
}

function mapNodes(card: Thing, change: (node: Thing) => Thing): Thing {
  return { ...card, nodes: thingsAt(card, ['nodes']).map(change) }
}

function without(thing: Thing, name: string): Thing {
  const { [name]: _gone, ...rest } = thing
  return rest
}

/** The same without effects on a meter and conditions about it. */
function forgetting(part: Json, meter: string): Json {
  if (Array.isArray(part)) return part.map((each) => forgetting(each, meter))
  if (!isThing(part)) return part
  const kept = Object.entries(part).flatMap(([name, value]) => {
    if ((name !== 'effects' && name !== 'when') || !isThing(value)) return [[name, forgetting(value, meter)] as const]
    const left = without(value, meter)
    return Object.keys(left).length > 0 ? [[name, left] as const] : []
  })
  return Object.fromEntries(kept)
}

/** A place where the conversation ends, or one where it goes on. */
export function turnedEnding(node: Thing, ending: boolean): Thing {
  const { id, who, mood, text } = node
  const kept = Object.fromEntries(Object.entries({ id, who, mood, text }).filter((each): each is [string, Json] => each[1] !== undefined))
  return ending ? { ...kept, ending: true, good: false } : { ...kept, options: [{ id: 'a', to: String(id) }] }
}

/** One text, or several of which the first that fits is told. */
export function turnedVariants(node: Thing, many: boolean): Thing {
  if (!many) {
    const { variants: _variants, ...rest } = node
    const last = thingsAt(node, ['variants']).at(-1)
    return last?.text === undefined ? rest : { ...rest, text: last.text }
  }
  const { text, ...rest } = node
  const told: Thing = text === undefined ? {} : { text }
  return { ...rest, variants: [{ when: {}, ...told }, { ...told }] }
}

/** One way on, or several of which the first that fits is taken. */
export function turnedWays(option: Thing, many: boolean): Thing {
  const to = option.to
  if (many) return { ...option, to: [{ when: {}, to: to ?? '' }, { to: to ?? '' }] }
  return { ...option, to: Array.isArray(to) && isThing(to.at(-1)) ? ((to.at(-1) as Thing).to ?? '') : (to ?? '') }
}

/** One more before the last, which fits always. */
export function withFirst(list: readonly Thing[], fresh: Thing): Thing[] {
  return [...list.slice(0, -1), { when: {}, ...fresh }, ...list.slice(-1)]
}

/** One less; the last that is left has no condition. */
export function withoutFirst(list: readonly Thing[], place: number): Thing[] {
  const left = list.filter((_, i) => i !== place)
  return left.map((each, i) => (i === left.length - 1 ? without(each, 'when') : each))
}

/** What a part of a condition says; an empty end is left out, an empty meter too. */
export function withEnd(when: Json | undefined, meter: string, end: 'least' | 'most', value: number | null): Thing {
  const all = isThing(when) ? when : {}
  const span = isThing(all[meter]) ? (all[meter] as Thing) : {}
  const next = value === null ? without(span, end) : { ...span, [end]: value }
  return Object.keys(next).length > 0 ? { ...all, [meter]: next } : without(all, meter)
}

export type Step = { node: string; options: string[]; chosen: string | null }

const MOST_STEPS = 60

/** The best way as far as it is chosen, and where one stands after it. */
export function stepsOfKey(card: Thing): Step[] {
  const scenario = card as unknown as Scenario
  const nodes = new Set(idsIn(thingsAt(card, ['nodes'])))
  const moves = (Array.isArray(card.key) ? card.key : []) as Move[]
  const steps: Step[] = []
  if (!nodes.has(String(card.start))) return steps
  let here: Position = opening(scenario)
  while (steps.length < MOST_STEPS && nodes.has(here.node) && !isOver(scenario, here)) {
    const options = optionsAt(scenario, here)
    const [node, id] = moves[steps.length] ?? []
    const option = node === here.node ? options.find((each) => each.id === id) : undefined
    steps.push({ node: here.node, options: options.map((each) => each.id), chosen: option?.id ?? null })
    if (!option) break
    here = after(scenario, here, option)
  }
  return steps
}

/** The key with another choice at a step; what came after it is chosen anew. */
export function withStep(card: Thing, place: number, option: string): Thing {
  const chosen = stepsOfKey(card).slice(0, place + 1).map(({ node, chosen: before }, i) => [node, i === place ? option : (before ?? '')])
  return { ...card, key: chosen.filter(([, id]) => id !== '') }
}
