import { describe, expect, it } from 'vitest'
import type { RunTest } from '../../api/types'
import { changeOf, leavesOf, masteredIn, toldOf } from './measuring'
import { blank } from './paper'

const option = (id: string) => ({ id, text: `Tekst ${id}` })
const card = (id: string) => ({ id, type: 'choice' as const, prompt: '?', options: ['a', 'b'].map(option), key: 'b' })
const module = (id: string, topic: string | null, week = 47) => ({
  module: id, activity: `a-${id}`, quest: 'q', title: `Post ${id}`, topic: topic === null ? null : { id: topic, title: `Tema ${topic}` },
  week, open: true, done: false,
})
const test: RunTest = {
  run: 'r', path: 'Løype', language: 'nb', offered: 'before', minutes: 1, before: null, after: null, skippable: [],
  cards: [
    { module: 'm1', version: 'v1', language: 'nb', card: card('c') }, { module: 'm1', version: 'v1', language: 'nb', card: card('d') },
    { module: 'm2', version: 'v2', language: 'nb', card: card('c') },
  ],
  modules: [module('m1', 't'), module('m2', 't'), module('m3', null, 48)],
}
const paper = {
  ...blank('nb', { id: 'p', seed: 1, now: '2026-11-19T10:00:00Z' }), drafts: { 'v1:c': 'b', 'v1:d': 'a', 'v2:c': 'b' },
}
const right = (module: string, is: boolean) => ({ module, right: is })

describe('a test', () => {
  it('keeps cards of the same id in several modules apart', () => {
    expect(new Set(leavesOf(test, 1).map(({ key }) => key)).size).toBe(3)
    expect(toldOf(test, paper).map((one) => [one.module, one.right])).toEqual([['m1', true], ['m1', false], ['m2', true]])
  })

  it('shows a module to be known when all its cards were right, and none that was not asked about', () => {
    expect(masteredIn(test, toldOf(test, paper)).map(({ module: id }) => id)).toEqual(['m2'])
    expect(masteredIn(test, [])).toEqual([])
  })
})

describe('the change', () => {
  const week = (number: number) => `Uke ${number}`
  it('is told by topic, and by week where a module has none', () => {
    const before = [right('m1', false), right('m2', true), right('m3', false)]
    const after = [right('m1', true), right('m2', true), right('m3', false)]
    expect(changeOf(test, before, after, week)).toEqual([
      { title: 'Tema t', before: 1, after: 2, of: 2 }, { title: 'Uke 48', before: 0, after: 0, of: 1 },
    ])
  })
  it('is told only of what was asked both times', () => {
    expect(changeOf(test, [right('m1', true)], [right('m2', true)], week)).toEqual([])
  })
})
