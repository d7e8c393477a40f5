import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Position, type Scenario, nodeOf, optionsAt, resultOf, starsOf, toldAt, way } from './scenario'

type Expected = {
  ending: string; good: boolean; stars: number; scores: number[]; reached: boolean[]
  way: (string | number)[][]; told: (number | null)[]; options: string[][]
}
type Row = { name: string; card: string; response: unknown; expect: Expected | null }

const vectors = JSON.parse(readFileSync(new URL('../../../tests/vectors/scenario.json', import.meta.url), 'utf8')) as {
  cards: Record<string, Scenario>
  rows: Row[]
}

/** What this side makes of a response, in the shape of the vectors. */
function made(card: Scenario, response: unknown): Expected | null {
  const result = resultOf(card, response)
  const positions = way(card, response)
  if (!result || !positions) return null
  const told = (here: Position) => {
    const place = nodeOf(card, here.node).variants?.indexOf(toldAt(card, here)) ?? -1
    return place < 0 ? null : place
  }
  return {
    ending: result.ending, good: result.good, stars: result.stars,
    scores: result.goals.map(({ score }) => score), reached: result.goals.map(({ reached }) => reached),
    way: positions.map(({ node, meters }) => [node, ...meters]), told: positions.map(told),
    options: positions.map((here) => optionsAt(card, here).map(({ id }) => id)),
  }
}

describe('the vectors shared with the server', () => {
  it('are enough, and named once each', () => {
    expect(vectors.rows.length).toBeGreaterThanOrEqual(60)
    expect(new Set(vectors.rows.map(({ name }) => name)).size).toBe(vectors.rows.length)
  })

  it.each(vectors.rows.map((row) => [row.name, row] as const))('%s', (_name, { card, response, expect: expected }) => {
    expect(made(vectors.cards[card] as Scenario, response)).toEqual(expected)
  })
})

describe('stars', () => {
  const goals = (...reached: boolean[]) => reached.map((each) => ({ meter: 'm', score: 50, reached: each }))

  it.each([
    [false, [true, true], 0], [true, [false, false], 1], [true, [true, false], 2], [true, [true, true], 3],
    [true, [false], 1], [true, [true], 3], [true, [true, false, false], 1], [true, [true, true, false], 2],
  ] as [boolean, boolean[], number][])('%s %s are %s', (good, reached, stars) => {
    expect(starsOf(good, goals(...reached))).toBe(stars)
  })
})

describe('a meter', () => {
  it('may be called as anything is', () => {
    const card: Scenario = {
      characters: [], meters: [{ id: 'constructor', text: '', start: 10, enough: 5 }], start: 'n', key: [],
      nodes: [
        { id: 'n', options: [{ id: 'a', text: '', explanation: '', effects: {}, to: 'e' }] },
        { id: 'e', ending: true, good: true },
      ],
    }
    expect(resultOf(card, [['n', 'a']])?.goals).toEqual([{ meter: 'constructor', score: 10, reached: true }])
  })
})
