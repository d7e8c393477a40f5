/** A draft as a player would be served it in one language: what lacks a text there is told in another, what lacks more waits. */
import type { Language } from '../../../api/types'
import type { Listed, ModuleDocument } from '../../../rules/cards'
import { way } from '../../../rules/scenario'
import type { Scenario } from '../../../rules/scenario'
import { LANGUAGES } from '../../../text'
import { cardsOf, keyIds, typeOf, variantsOf } from './cards'
import { listsOf } from './kinds'
import { type Json, type Thing, isThing, thingsAt } from './places'

/** Fields whose value is given by language, at any depth, as the server has them. */
const TEXTS = new Set([
  'title', 'takeaways', 'note', 'alt', 'prompt', 'body', 'unit', 'text', 'explanation', 'story', 'goal', 'back', 'quote', 'by', 'low', 'high',
  'name', 'transcript', 'captions', 'wrong',
])
/** Fields whose own fields are ids. */
const UNSPOKEN = new Set(['key', 'effects', 'when'])

/** Whether a field of that name holds a text by language. */
export function isText(name: string, value: Thing): boolean {
  const known: readonly string[] = LANGUAGES
  const spoken = TEXTS.has(name) || (name === 'key' && Object.values(value).every(Array.isArray))
  return spoken && Object.keys(value).every((each) => known.includes(each))
}

export function servedCard(card: Thing, language: Language): Listed {
  const said = spoken(card, language) as Thing
  for (const part of [said, ...thingsAt(said, ['variants'])]) {
    if (typeOf(card) === 'fill') part.key = oneOf(part.key, language) ?? []
  }
  return said as unknown as Listed
}

export function servedDocument(document: Thing, language: Language, cards: readonly Thing[] = cardsOf(document).filter(isReady)): ModuleDocument {
  const said = spoken(document, language) as Thing
  const texts = (value: Json | undefined): string[] => (Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [])
  return {
    module: String(said.module ?? ''), version: '', structure: '', language, languages: texts(said.languages), title: String(said.title ?? ''),
    takeaways: texts(said.takeaways), seconds: 0, licence: String(said.licence ?? ''), credits: String(said.credits ?? ''),
    sources: thingsAt(said, ['sources']) as unknown as ModuleDocument['sources'],
    cards: cards.map((card) => servedCard(card, language)),
  }
}

function spoken(part: Json, language: Language): Json {
  if (Array.isArray(part)) return part.map((each) => spoken(each, language))
  if (!isThing(part)) return part
  const fields = Object.entries(part).map(([name, value]) => {
    if (UNSPOKEN.has(name)) return [name, value] as const
    return [name, TEXTS.has(name) ? oneOf(value, language) : spoken(value, language)] as const
  })
  return Object.fromEntries(fields.filter((each): each is readonly [string, Json] => each[1] !== undefined))
}

/** The value in that language, else in the first that has one. */
function oneOf(value: Json | undefined, language: Language): Json | undefined {
  if (!isThing(value)) return value
  return value[language] ?? LANGUAGES.map((each) => value[each]).find((each) => each !== undefined)
}

/** Whether the player can show a card: its question, its items and its key are there, whatever texts still lack. */
export function isReady(card: Thing): boolean {
  const variants = variantsOf(card)
  if (Array.isArray(card.variants)) return variants.length > 0 && variants.every((face) => isReady({ ...face, id: card.id ?? '', type: card.type ?? '' }))
  const type = typeOf(card)
  if (type !== card.type || !says(card.prompt)) return false
  const lists = listsOf(type)
  if (!lists.every(({ name, least }) => thingsAt(card, [name]).filter(({ text }) => says(text)).length >= Math.min(least, 2))) return false
  switch (type) {
    case 'choice':
    case 'multiple':
    case 'order':
      return keyIds(card).length > 0
    case 'hotspot':
      return isMedium(card.picture) && keyIds(card).length > 0
    case 'match':
    case 'sort':
      return isThing(card.key) && Object.keys(card.key).length === thingsAt(card, [lists.find(({ paired }) => paired)?.name ?? '']).length
    case 'fill':
      return isThing(card.key) && Object.keys(card.key).length > 0
    case 'discover':
      return isMedium(card.picture)
    case 'audio':
      return isMedium(card.audio)
    case 'video':
      return isMedium(card.video) && isMedium(card.poster)
    case 'survey':
      return card.free === true || isThing(card.scale) || thingsAt(card, ['options']).length > 1
    case 'scenario':
      return isTalk(card)
    case 'quote':
      return says(card.quote)
    case 'flashcard':
      return says(card.back)
    case 'number':
      return isThing(card.key)
    default:
      return true
  }
}

/** Whether its best way can be walked, every way leads somewhere, and every reply says something. */
function isTalk(card: Thing): boolean {
  const nodes = thingsAt(card, ['nodes'])
  const ids = nodes.map(({ id }) => id)
  const replies = nodes.flatMap((node) => thingsAt(node, ['options']))
  if (!replies.every(({ text }) => says(text))) return false
  const leads = replies.flatMap(({ to }) => (Array.isArray(to) ? to.filter(isThing).map((each) => each.to) : [to]))
  if (!ids.includes(card.start ?? '') || !leads.every((to) => ids.includes(to ?? ''))) return false
  if (thingsAt(card, ['meters']).length === 0 || nodes.some((node) => !node.ending && thingsAt(node, ['options']).length === 0)) return false
  return way(card as unknown as Scenario, card.key) !== null
}

function isMedium(value: Json | undefined): boolean {
  return isThing(value) && typeof value.media === 'string'
}

function says(text: Json | undefined): boolean {
  return isThing(text) && Object.values(text).some((each) => (Array.isArray(each) ? each.length > 0 : each !== ''))
}
