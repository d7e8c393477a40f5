import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Card } from './cards'
import { grade } from './grading'
import { type Facts, type Next, nextOf } from './next'
import { drawn } from './pools'
import { interleaved } from './round'
import { shuffled, shuffledUnsolved } from './shuffle'

type GradingRow = { name: string; card: Card; response: unknown; expect: string; language?: string }
type PoolRow = { seed: number; card: string; variants: number; drawn: string }
type ShuffleRow = { ids: string[]; seed: number; card: string; key?: string[]; shuffled: string[] }
type NextRow = { name: string; facts: Facts; expect: Next }

function vectors(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../tests/vectors/${name}.json`, import.meta.url), 'utf8'))
}

/** Accepted forms stand by language on the server; a device gets those of the language it plays in. */
function served(card: Card, language: string | undefined): Card {
  if (card.type !== 'fill' || Array.isArray(card.key)) return card
  return { ...card, key: (card.key as Record<string, string[]>)[language ?? 'nb'] ?? [] }
}

describe('the vectors shared with the server', () => {
  const grading = vectors('grading') as GradingRow[]
  const shuffles = vectors('shuffle') as ShuffleRow[]
  const nexts = vectors('next') as NextRow[]

  it('are enough, and named once each', () => {
    expect(grading.length).toBeGreaterThanOrEqual(350)
    expect(shuffles.length).toBeGreaterThanOrEqual(30)
    expect(nexts.length).toBeGreaterThanOrEqual(40)
    expect(new Set(grading.map((row) => row.name)).size).toBe(grading.length)
  })

  it.each(grading.map((row) => [row.name, row] as const))('grade %s', (_name, row) => {
    expect(grade(served(row.card, row.language), row.response)).toBe(row.expect)
  })

  it.each(vectors('pools') as PoolRow[])('draw $drawn of $variants by $seed:$card', (row) => {
    const variants = Array.from({ length: row.variants }, (_, place) => ({ id: String(place) }))
    expect(drawn({ id: row.card, type: 'choice', variants } as never, row.seed).variant).toBe(row.drawn)
  })

  it.each(shuffles.map((row) => [`${row.seed}:${row.card} ${row.ids.join('')}`, row] as const))('shuffle %s', (_name, row) => {
    const { ids, seed, card, key } = row
    expect(key ? shuffledUnsolved(ids, seed, card, key) : shuffled(ids, seed, card)).toEqual(row.shuffled)
  })

  it.each(vectors('rounds') as { topics: string[]; order: number[] }[])('mix $topics', ({ topics, order }) => {
    expect(interleaved(topics)).toEqual(order)
  })

  it.each(nexts.map((row) => [row.name, row] as const))('next %s', (_name, row) => {
    expect(nextOf(row.facts)).toEqual(row.expect)
    expect(nextOf({ ...row.facts, stages: row.facts.stages.toReversed(), tests: row.facts.tests.toReversed() })).toEqual(row.expect)
  })
})

describe('an answer that a form cannot give', () => {
  const card: Card = {
    id: 'c1', type: 'number', prompt: '?', key: { value: 1, tolerance: 0 },
  }

  it.each([Number.NaN, Number.POSITIVE_INFINITY, undefined, 1n])('is malformed: %s', (response) => {
    expect(grade(card, response)).toBe('malformed')
  })

  it('is any answer to a text', () => {
    expect(grade({ id: 't', type: 'text', prompt: 'Les dette' }, 'a')).toBe('malformed')
  })
})
