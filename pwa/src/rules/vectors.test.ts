import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Card } from './cards'
import { grade } from './grading'
import { type Facts, type Next, nextOf } from './next'
import { shuffled, shuffledUnsolved } from './shuffle'

type GradingRow = { name: string; card: Card; response: unknown; expect: string }
type ShuffleRow = { ids: string[]; seed: number; card: string; key?: string[]; shuffled: string[] }
type NextRow = { name: string; facts: Facts; expect: Next }

function vectors(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../tests/vectors/${name}.json`, import.meta.url), 'utf8'))
}

describe('the vectors shared with the server', () => {
  const grading = vectors('grading') as GradingRow[]
  const shuffles = vectors('shuffle') as ShuffleRow[]
  const nexts = vectors('next') as NextRow[]

  it('are enough, and named once each', () => {
    expect(grading.length).toBeGreaterThanOrEqual(120)
    expect(shuffles.length).toBeGreaterThanOrEqual(30)
    expect(nexts.length).toBeGreaterThanOrEqual(40)
    expect(new Set(grading.map((row) => row.name)).size).toBe(grading.length)
  })

  it.each(grading.map((row) => [row.name, row] as const))('grade %s', (_name, row) => {
    expect(grade(row.card, row.response)).toBe(row.expect)
  })

  it.each(shuffles.map((row) => [`${row.seed}:${row.card} ${row.ids.join('')}`, row] as const))('shuffle %s', (_name, row) => {
    const { ids, seed, card, key } = row
    expect(key ? shuffledUnsolved(ids, seed, card, key) : shuffled(ids, seed, card)).toEqual(row.shuffled)
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
