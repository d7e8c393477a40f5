/** What is done to the cards of a draft. Values in, values out; the key follows what it speaks of. */
import { type CardType, type ItemsField, KINDS, isType, listsOf } from './kinds'
import { type Json, type Thing, isThing, movedTo, thingsAt } from './places'

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']

/** An id that is given once: of two who add something to the same draft at the same time, neither takes the other's. */
export function freshId(prefix: 'c' | 'i' | 'v' | 'p' | 'm' | 'n'): string {
  return `${prefix}-${crypto.randomUUID().slice(0, 8)}`
}

export function idsIn(things: readonly Thing[]): string[] {
  return things.map(({ id }) => String(id))
}

export function cardsOf(document: Thing): Thing[] {
  return thingsAt(document, ['cards'])
}

export function typeOf(card: Thing): CardType {
  return isType(card.type) ? card.type : 'text'
}

/** A card of that kind with as many empty items as it needs at least. */
export function blank(type: CardType, id: string): Thing {
  const card: Thing = { id, type }
  for (const { name, least, drawn } of listsOf(type)) {
    card[name] = LETTERS.slice(0, type === 'choice' ? 3 : least).map((each, place) => ({ id: each, ...(drawn ? placedAt(drawn, place) : {}) }))
  }
  if (type === 'number') card.key = { value: 0, tolerance: 0 }
  if (type === 'survey') card.scale = { least: 1, most: 5 }
  if (type === 'scenario') return { ...card, ...talk() }
  return keyed(card)
}

/** The smallest conversation: one choice, one good ending and one that is not. */
function talk(): Thing {
  return {
    place: 'ward', start: 'n1', characters: [{ id: 'p1', look: 'a' }], meters: [{ id: 'm1', start: 50, enough: 60 }],
    nodes: [
      { id: 'n1', who: 'p1', options: [{ id: 'a', effects: { m1: 20 }, to: 'n2' }, { id: 'b', effects: { m1: -20 }, to: 'n3' }] },
      { id: 'n2', ending: true, good: true },
      { id: 'n3', ending: true, good: false },
    ],
    key: [['n1', 'a']],
  }
}

function placedAt(drawn: 'point' | 'box', place: number): Thing {
  const [x, y] = [0.1 + 0.22 * (place % 4), 0.2 + 0.3 * (Math.floor(place / 4) % 3)]
  return drawn === 'point' ? { x, y } : { x, y, w: 0.15, h: 0.2 }
}

/** The card with a key that speaks of what is there, all of it and nothing else. */
export function keyed(card: Thing): Thing {
  const type = typeOf(card)
  const list = listsOf(type).find(({ marking, paired }) => marking || paired)
  if (!list) return card
  const ids = idsIn(thingsAt(card, [list.name]))
  if (list.paired) return { ...card, key: pairs(card, ids, idsIn(thingsAt(card, [list.paired]))) }
  const known = keyIds(card).filter((id) => ids.includes(id))
  if (list.marking === 'order') return { ...card, key: [...known, ...ids.filter((id) => !known.includes(id))] }
  if (list.marking === 'one') return known[0] === undefined ? without(card, 'key') : { ...card, key: known[0] }
  return { ...card, key: known }
}

function without(card: Thing, field: string): Thing {
  const { [field]: _gone, ...rest } = card
  return rest
}

function pairs({ key }: Thing, things: readonly string[], places: readonly string[]): Thing {
  const found = isThing(key) ? key : {}
  return Object.fromEntries(
    things.flatMap((id) => {
      const place = found[id]
      return typeof place === 'string' && places.includes(place) ? [[id, place]] : []
    }),
  )
}

/** The ids that a key of one, some or an order names. */
export function keyIds({ key }: Thing): string[] {
  if (typeof key === 'string') return [key]
  return Array.isArray(key) ? key.filter((id): id is string => typeof id === 'string') : []
}

/** The items of a list as the form shows them: in the right order where that is what is asked. */
export function shownItems(card: Thing, { name, marking }: ItemsField): Thing[] {
  const items = thingsAt(card, [name])
  if (marking !== 'order') return items
  const order = keyIds(keyed(card))
  return [...items].sort((one, other) => order.indexOf(String(one.id)) - order.indexOf(String(other.id)))
}

/** An item right, or no longer; of a choice it is the only one. */
export function marked(card: Thing, { name, marking }: ItemsField, id: string): Thing {
  if (marking === 'one') return { ...card, key: id }
  const right = keyIds(card)
  const ids = idsIn(thingsAt(card, [name]))
  return { ...card, key: ids.filter((each) => (each === id ? !right.includes(id) : right.includes(each))) }
}

/** One more item; in a match the other half comes with it. */
export function withItem(card: Thing, { name, drawn, paired }: ItemsField): Thing {
  const items = thingsAt(card, [name])
  const item = { id: freshId('i'), ...(drawn ? placedAt(drawn, items.length) : {}) }
  const more = { ...card, [name]: [...items, item] }
  if (typeOf(card) !== 'match' || !paired) return keyed(more)
  const others = thingsAt(card, [paired])
  const half = { id: freshId('i') }
  const key = { ...(isThing(card.key) ? card.key : {}), [item.id]: half.id }
  return keyed({ ...more, [paired]: [...others, half], key })
}

export function withoutItem(card: Thing, { name }: ItemsField, id: string): Thing {
  return keyed({ ...card, [name]: thingsAt(card, [name]).filter((each) => each.id !== id) })
}

/** An item one step up or down as the form shows them; where the order is what is asked, only the key changes. */
export function withItemMoved(card: Thing, field: ItemsField, id: string, step: -1 | 1): Thing {
  const shown = shownItems(card, field)
  const from = shown.findIndex((each) => each.id === id)
  const to = from + step
  if (to < 0 || to >= shown.length) return card
  const moved = movedTo(shown, from, to)
  return field.marking === 'order' ? { ...card, key: idsIn(moved) } : { ...card, [field.name]: moved }
}

/** Each thing with its place; an empty place takes it out of the key. */
export function withPair(card: Thing, id: string, place: string): Thing {
  const { [id]: _before, ...others } = isThing(card.key) ? card.key : ({} as Thing)
  return { ...card, key: place === '' ? others : { ...others, [id]: place } }
}

/** The same words in another kind of card, as far as it has a place for them. */
export function asType(card: Thing, type: CardType): Thing {
  const next = blank(type, String(card.id))
  for (const field of ['prompt', 'body', 'picture'] as const) if (card[field] !== undefined) next[field] = card[field]
  if (card.remember && KINDS[type].remembered) next.remember = true
  const [from, to] = [listsOf(typeOf(card))[0], listsOf(type)[0]]
  if (!from || !to || to.drawn) return next
  const items = thingsAt(card, [from.name]).slice(0, to.most).map(({ id, text, explanation }) => {
    const item: Thing = { id: id ?? '' }
    if (text !== undefined) item.text = text
    if (explanation !== undefined) item.explanation = explanation
    return item
  })
  return keyed({ ...next, [to.name]: items, key: from.marking && to.marking ? keyFor(card, to) : next.key ?? null })
}

function keyFor(card: Thing, { marking }: ItemsField): Json {
  return marking === 'one' ? (keyIds(card)[0] ?? null) : keyIds(card)
}

/** A card after the one at `place`. */
export function withCard(document: Thing, place: number, card: Thing): Thing {
  const cards = cardsOf(document)
  return { ...document, cards: [...cards.slice(0, place + 1), card, ...cards.slice(place + 1)] }
}

/** Cards from elsewhere after the one at `place`, each with an id of its own here. */
export function withCards(document: Thing, place: number, more: readonly Thing[]): Thing {
  return more.reduce<Thing>((made, card, i) => withCard(made, place + i, { ...card, id: freshId('c') }), document)
}

export function withoutCard(document: Thing, place: number): Thing {
  return { ...document, cards: cardsOf(document).filter((_, i) => i !== place) }
}

export function withCardMoved(document: Thing, from: number, to: number): Thing {
  const cards = cardsOf(document)
  return to < 0 || to >= cards.length || from === to ? document : { ...document, cards: movedTo(cards, from, to) }
}

export const MOST_VARIANTS = 10

/** The variants of a card; of one without, none. */
export function variantsOf(card: Thing): Thing[] {
  return thingsAt(card, ['variants'])
}

/** The card with one more variant, a copy of that at `place`; a card without variants becomes the first of two. */
export function withVariant(card: Thing, place: number): Thing {
  const { id, type, remember, variants: _variants, ...face } = card
  const known = variantsOf(card)
  const all = known.length > 0 ? known : [{ id: 'v1', ...face }]
  const copy = { ...(all[place] ?? all[0]), id: freshId('v') } as Thing
  const pool: Thing = { id: id ?? '', type: type ?? '', variants: [...all, copy] }
  return remember === undefined ? pool : { ...pool, remember }
}

/** The card with one less; the last one left stands by itself. */
export function withoutVariant(card: Thing, place: number): Thing {
  const { variants: _variants, ...head } = card
  const left = variantsOf(card).filter((_, i) => i !== place)
  if (left.length > 1) return { ...head, variants: left }
  const { id: _id, ...face } = left[0] ?? ({} as Thing)
  return { ...head, ...face }
}
