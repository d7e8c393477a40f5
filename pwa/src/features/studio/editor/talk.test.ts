import { describe, expect, it } from 'vitest'
import { blank } from './cards'
import { type Thing, at, put } from './places'
import { stepsOfKey, turnedEnding, turnedVariants, turnedWays, withEnd, withFirst, withPart, withStep, withoutFirst, withoutPart } from './talk'

const card = blank('scenario', 'c1')

describe('the parts of a conversation', () => {
  it('come with ids of their own', () => {
    expect(at(withPart(card, 'nodes'), ['nodes', 3])).toEqual({ id: expect.stringMatching(/^n-/), ending: true, good: true })
    expect(at(withPart(card, 'characters'), ['characters', 1, 'id'])).toMatch(/^p-/)
  })

  it('take with them what speaks of them', () => {
    const told = put(card, ['nodes', 0, 'options', 0, 'when'], { m1: { least: 40 } })
    const next = withoutPart(withPart(told, 'meters'), 'meters', 'm1')
    expect(at(next, ['nodes', 0, 'options', 0])).toEqual({ id: 'a', to: 'n2' })
    expect(at(withoutPart(card, 'characters', 'p1'), ['nodes', 0])).not.toHaveProperty('who')
  })
})

it('turns a place into an ending and back', () => {
  const node: Thing = { id: 'n1', who: 'p1', text: { nb: 'Hei' }, options: [{ id: 'a', to: 'n2' }] }
  expect(turnedEnding(node, true)).toEqual({ id: 'n1', who: 'p1', text: { nb: 'Hei' }, ending: true, good: false })
  expect(turnedEnding(turnedEnding(node, true), false)).toEqual({ id: 'n1', who: 'p1', text: { nb: 'Hei' }, options: [{ id: 'a', to: 'n1' }] })
})

it('keeps what was said and where it led when it comes to depend on the meters', () => {
  const node: Thing = { id: 'n1', text: { nb: 'Hei' } }
  expect(turnedVariants(node, true)).toEqual({ id: 'n1', variants: [{ when: {}, text: { nb: 'Hei' } }, { text: { nb: 'Hei' } }] })
  expect(turnedVariants(turnedVariants(node, true), false)).toEqual(node)
  const option: Thing = { id: 'a', to: 'n2' }
  expect(turnedWays(option, true)).toEqual({ id: 'a', to: [{ when: {}, to: 'n2' }, { to: 'n2' }] })
  expect(turnedWays(turnedWays(option, true), false)).toEqual(option)
})

it('lets the last fit always', () => {
  const list: Thing[] = [{ when: { m1: { least: 5 } }, to: 'a' }, { to: 'b' }]
  expect(withFirst(list, { to: 'c' }).map(({ to }) => to)).toEqual(['a', 'c', 'b'])
  expect(withoutFirst(list, 1)).toEqual([{ to: 'a' }])
})

it('leaves out an end that is empty', () => {
  expect(withEnd({ m1: { least: 5, most: 9 } }, 'm1', 'most', null)).toEqual({ m1: { least: 5 } })
  expect(withEnd({ m1: { least: 5 } }, 'm1', 'least', null)).toEqual({})
  expect(withEnd(undefined, 'm2', 'most', 70)).toEqual({ m2: { most: 70 } })
})

describe('the best way', () => {
  it('is chosen step by step', () => {
    expect(stepsOfKey(card)).toEqual([{ node: 'n1', options: ['a', 'b'], chosen: 'a' }])
    expect(withStep(card, 0, 'b').key).toEqual([['n1', 'b']])
    const longer = put(put(card, ['nodes', 1], { id: 'n2', options: [{ id: 'a', to: 'n3' }] }), ['key'], [['n1', 'a'], ['n2', 'a']])
    expect(stepsOfKey(longer).map(({ chosen }) => chosen)).toEqual(['a', 'a'])
    expect(withStep(longer, 0, 'b').key).toEqual([['n1', 'b']])
  })

  it('ends where nothing is chosen, and does not go in rings', () => {
    expect(stepsOfKey({ ...card, key: [] }).map(({ chosen }) => chosen)).toEqual([null])
    const ring = put(card, ['nodes', 0, 'options', 0, 'to'], 'n1')
    expect(stepsOfKey({ ...ring, key: Array.from({ length: 90 }, () => ['n1', 'a']) })).toHaveLength(60)
    expect(stepsOfKey({ ...card, start: 'gone' })).toEqual([])
  })
})
