/** What holds of every attempt, whatever the post and the seed: tried on many of both. */
import { describe, expect, it } from 'vitest'
import type { Asking, Card, Exercise, Listed, ModuleDocument, Option, Pool, Response } from '../../rules/cards'
import { isAsking, isExercise } from '../../rules/cards'
import { grade } from '../../rules/grading'
import { estimate, sum } from '../../rules/points'
import { mulberry32 } from '../../rules/shuffle'
import { type Draft, shownIds } from './answering'
import { type Session, advanced, answered, begin, cardsOf, current, drafted, letterOf, tries } from './session'

const NOW = '2026-11-25T04:00:00.000Z'
const SEEDS = Array.from({ length: 60 }, (_, i) => (i * 7_919 + 3) % 2 ** 31)
const texts = (...ids: string[]): Option[] => ids.map((id) => ({ id, text: `Tekst ${id}`, explanation: `Fordi ${id}` }))
const picture = { media: 'a'.repeat(64), alt: 'Et rom' }

const EXERCISES: Exercise[] = [
  { id: 'choice', type: 'choice', prompt: '?', options: texts('a', 'b', 'c'), key: 'b' },
  { id: 'multiple', type: 'multiple', prompt: '?', options: texts('a', 'b', 'c'), key: ['a', 'c'] },
  { id: 'order', type: 'order', prompt: '?', options: texts('a', 'b', 'c'), key: ['c', 'a', 'b'] },
  { id: 'match', type: 'match', prompt: '?', left: texts('l1', 'l2'), right: texts('r1', 'r2'), key: { l1: 'r2', l2: 'r1' } },
  { id: 'sort', type: 'sort', prompt: '?', options: texts('a', 'b'), buckets: texts('x', 'y'), key: { a: 'x', b: 'y' } },
  { id: 'number', type: 'number', prompt: '?', key: { value: 30, tolerance: 5 } },
  { id: 'fill', type: 'fill', prompt: '?', key: ['håndsprit'] },
  {
    id: 'hotspot', type: 'hotspot', prompt: '?', picture, key: ['a'],
    regions: texts('a', 'b').map((one, i) => ({ ...one, x: i / 2, y: 0, w: 0.4, h: 1 })),
  },
]
const REST: Card[] = [
  { id: 'text', type: 'text', prompt: '!' },
  { id: 'discover', type: 'discover', prompt: '!', picture, spots: texts('a').map((one) => ({ ...one, x: 0, y: 0 })) },
  { id: 'steps', type: 'steps', prompt: '!', steps: texts('a', 'b') },
  { id: 'quote', type: 'quote', prompt: '!', quote: 'Ja', by: 'Noen' },
  { id: 'flash', type: 'flashcard', prompt: '?', back: '113' },
  { id: 'scale', type: 'survey', prompt: '?', scale: { least: 0, most: 10, low: 'Lite', high: 'Mye' } },
  { id: 'some', type: 'survey', prompt: '?', options: texts('a', 'b'), many: true },
  { id: 'free', type: 'survey', prompt: '?', free: true },
  { id: 'note', type: 'reflection', prompt: '?' },
]
/** Each exercise once more as one of three, told apart by their questions. */
const POOLS: Pool[] = EXERCISES.map((card) => ({
  id: `pool-${card.id}`, type: card.type,
  variants: ['v1', 'v2', 'v3'].map((id) => ({ ...card, id, prompt: `${card.id} ${id}` })) as Pool['variants'],
}))
const ALL: Listed[] = [...EXERCISES, ...REST, ...POOLS]

function post(cards: Listed[]): ModuleDocument {
  return {
    module: 'm', version: 'v', structure: 's', language: 'nb', languages: ['nb'], title: 'Alt', takeaways: [], seconds: 60,
    licence: 'CC-BY-4.0', credits: 'Løype', sources: [], cards,
  }
}

/** Some of the cards in some order. */
function somePost(random: () => number): ModuleDocument {
  const mixed = ALL.map((card) => ({ card, at: random() })).sort((one, other) => one.at - other.at).map(({ card }) => card)
  return post(mixed.slice(0, 1 + (random() % 8)))
}

function right(card: Exercise): Draft {
  if (card.type === 'number') return String(card.key.value)
  return card.type === 'fill' ? (card.key[0] as string) : (card.key as Draft)
}

/** What people who know nothing do with a form: anything it can give, sometimes nothing. */
function anything(card: Asking, random: () => number): Draft | null {
  const one = <Thing>(all: readonly Thing[]): Thing => all[random() % all.length] as Thing
  const ids = 'left' in card ? [] : shownIds(card, 1)
  switch (card.type) {
    case 'choice':
      return one(ids)
    case 'multiple':
    case 'hotspot':
      return ids.filter(() => random() % 2 === 0)
    case 'order':
      return [...ids].reverse()
    case 'match':
      return Object.fromEntries(card.left.map(({ id }) => [id, one(card.right).id]))
    case 'sort':
      return Object.fromEntries(card.options.map(({ id }) => [id, one(card.buckets).id]))
    case 'number':
      return one(['30', '7', 'x', ''])
    case 'fill':
      return one(['håndsprit', 'handsprit', 'vann', ' '])
    case 'flashcard':
      return one([true, false])
    case 'survey':
      return card.scale ? String(random() % 11) : card.options ? ids.slice(0, 1) : one(['', 'Mer tid'])
    case 'reflection':
      return one(['', 'Se på føttene'])
    default:
      return null
  }
}

const fresh = (document: ModuleDocument, seed: number) => begin(document, 'act', { id: 'letter', seed, now: NOW })

/** One card on: answered as `drafting` says, gone on from; what is not graded may be passed over. */
function step(session: Session, document: ModuleDocument, drafting: (card: Asking) => Draft | null): Session {
  const card = current(session, document) as Card
  const draft = isAsking(card) ? drafting(card) : null
  const given = draft === null ? session : answered(drafted(session, draft, 9), document, NOW, 9)
  const next = given.queue === session.queue ? advanced(given, document, NOW) : given
  return next
}

function perfect(document: ModuleDocument, seed: number): { session: Session; seen: string[] } {
  const seen: string[] = []
  let session = fresh(document, seed)
  while (session.stage === 'asking') {
    seen.push((current(session, document) as Card).id)
    session = step(session, document, (card) => (isExercise(card) ? right(card) : null))
  }
  return { session, seen }
}

describe('every attempt', () => {
  it.each(SEEDS)('ends, whatever is answered (%i)', (seed) => {
    const random = mulberry32(seed)
    const document = somePost(random)
    let session = fresh(document, seed)
    for (let turns = 0; session.stage === 'asking'; turns++) {
      expect(turns).toBeLessThan(3000)
      session = step(session, document, (card) => anything(card, random))
    }
    expect(['finished', 'given_up']).toContain(session.stage)
    for (const { card, response } of session.answers) {
      const asked = cardsOf(session, document).find(({ id }) => id === card) as Card
      expect(grade(asked, response)).not.toBe('malformed')
    }
  })

  it.each(SEEDS)('shows no card twice to who gets all right (%i)', (seed) => {
    const document = somePost(mulberry32(seed))
    const { session, seen } = perfect(document, seed)
    expect(seen).toEqual(document.cards.map(({ id }) => id))
    expect(session.stage).toBe('finished')
  })

  it.each(SEEDS)('shows of several variants the same one from beginning to end (%i)', (seed) => {
    const random = mulberry32(seed)
    const document = post(POOLS)
    const drawn = new Map<string, string | undefined>()
    let session = fresh(document, seed)
    for (let turns = 0; session.stage === 'asking' && turns < 60; turns++) {
      const { id, variant } = current(session, document) as Card
      expect(drawn.get(id) ?? variant).toBe(variant)
      drawn.set(id, variant)
      session = step(session, document, (card) => (turns < 20 ? anything(card, random) : isExercise(card) ? right(card) : null))
    }
    expect([...drawn.values()].every(Boolean)).toBe(true)
    for (const { card, variant } of letterOf(session).answers) expect(variant).toBe(drawn.get(card))
  })

  it.each(SEEDS)('earns the same with and without what is not graded (%i)', (seed) => {
    const random = mulberry32(seed)
    const graded = post([...EXERCISES, ...POOLS])
    const mixed = post([...REST, ...EXERCISES, ...REST.map((card) => ({ ...card, id: `${card.id}-2` })), ...POOLS] as Listed[])
    const earned = (document: ModuleDocument, wordy: boolean) => {
      let session = fresh(document, seed)
      while (session.stage === 'asking') {
        session = step(session, document, (card) => (isExercise(card) ? right(card) : wordy ? anything(card, random) : null))
      }
      return estimate(cardsOf(session, document).filter(isExercise), tries(session, document))
    }
    const alone = earned(graded, false)
    expect(sum(alone)).toBeGreaterThan(0)
    expect(earned(mixed, false)).toEqual(alone)
    expect(earned(mixed, true)).toEqual(alone)
  })

  it('draws each variant for somebody', () => {
    for (const pool of POOLS) {
      const shown = new Set(SEEDS.map((seed) => cardsOf(fresh(post([pool]), seed), post([pool]))[0]?.variant))
      expect(shown.size).toBe(pool.variants.length)
    }
  })

  it('never counts a word as an exercise', () => {
    const given: [string, Response][] = [['flash', true], ['scale', 10], ['some', ['a']], ['free', 'Mer'], ['note', 'Ja']]
    for (const [id, response] of given) {
      const card = REST.find((one) => one.id === id) as Card
      expect(grade(card, response)).toBe('given')
      expect(isExercise(card)).toBe(false)
    }
  })
})
