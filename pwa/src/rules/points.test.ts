import { describe, expect, it } from 'vitest'
import type { ChoiceCard } from './cards'
import { estimate, sum } from './points'
import { charactersShown, readingSeconds, tooQuick } from './reading'
import { newSeed, shuffled } from './shuffle'

const card = (id: string): ChoiceCard => ({
  id, type: 'choice', prompt: 'Hva gjør du?', body: 'Natt.', key: 'a',
  options: [{ id: 'a', text: 'Blir', explanation: 'Ja' }, { id: 'b', text: 'Går 🧭', explanation: 'Nei' }],
})
const cards = [card('c1'), card('c2')]
const attempt = (id: string, right: boolean, seconds = 5) => ({ card: id, right, seconds })

describe('reading time', () => {
  it('counts prompt, body and options as code points, and no explanations', () => {
    expect(charactersShown(card('c1'))).toBe(12 + 5 + 4 + 5)
  })
  it('counts both sides of pairs', () => {
    const left = [{ id: 'l', text: 'fire' }]
    expect(charactersShown({ id: 'm', type: 'match', prompt: '', left, right: left, key: { l: 'l' } })).toBe(8)
  })
  it('lets the limit itself pass', () => {
    expect(readingSeconds(card('c1'))).toBeCloseTo(1.06)
    expect(tooQuick(card('c1'), 1.05)).toBe(true)
    expect(tooQuick(card('c1'), 1.1)).toBe(false)
  })
})

describe('the estimate of points', () => {
  it('gives 10 for a first try, 5 for a later one and 20 for the module', () => {
    const entries = estimate(cards, [attempt('c1', true), attempt('c2', false), attempt('c2', true)])
    expect(entries.map(({ kind, points, count }) => [kind, points, count])).toEqual([
      ['exercise_first', 10, 1], ['exercise_later', 5, 1], ['module', 20, 1],
    ])
    expect(sum(entries)).toBe(35)
  })
  it('gives nothing for an exercise answered before it could be read', () => {
    expect(sum(estimate(cards, [attempt('c1', true, 0.4), attempt('c2', true)]))).toBe(30)
    expect(sum(estimate(cards, [attempt('c1', false, 0.4), attempt('c1', true), attempt('c2', true)]))).toBe(30)
  })
  it('gives nothing for a module that is not done', () => {
    expect(sum(estimate(cards, [attempt('c1', true)]))).toBe(10)
    expect(estimate(cards, [])).toEqual([])
  })
})

describe('a seed', () => {
  it('has 31 bits', () => {
    for (let i = 0; i < 100; i++) {
      const seed = newSeed()
      expect(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 31).toBe(true)
    }
  })
  it('puts every order about equally often', () => {
    const seen = new Map<string, number>()
    for (let seed = 0; seed < 6000; seed++) {
      const order = shuffled(['a', 'b', 'c'], seed, 'c1').join('')
      seen.set(order, (seen.get(order) ?? 0) + 1)
    }
    expect(seen.size).toBe(6)
    for (const times of seen.values()) expect(times).toBeGreaterThan(850)
  })
})
