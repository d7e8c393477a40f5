import { describe, expect, it } from 'vitest'
import type { Move, ScenarioOption } from '../../../rules/scenario'
import { ended, exchanges, isBest, levelOf, playable, shownOptions, standings, steps, withBest } from './logic'

const option = (id: string, to: ScenarioOption['to'], more: Partial<ScenarioOption> = {}): ScenarioOption => ({
  id, text: `Svar ${id}`, explanation: `Fordi ${id}`, to, ...more,
})
const card = {
  id: 's1', characters: [{ id: 'kari', name: 'Kari' }],
  meters: [{ id: 'trust', text: 'Tillit', start: 40, enough: 60 }, { id: 'time', text: 'Tid', start: 60, enough: 30 }],
  start: 'n1', key: [['n1', 'a'], ['n2', 'a']] as Move[],
  nodes: [
    { id: 'n1', who: 'kari', mood: 'upset' as const, text: 'Hvorfor ringte ingen?', options: [option('a', 'n2', { effects: { trust: 20, time: -10 } }), option('b', 'n2', { effects: { trust: -20 } })] },
    {
      id: 'n2', who: 'kari', mood: 'worried' as const,
      variants: [{ when: { trust: { least: 50 } }, text: 'Takk.', mood: 'calm' as const }, { text: 'Hm.' }],
      options: [option('a', 'good'), option('b', 'bad'), option('c', 'good', { when: { trust: { least: 60 } } })],
    },
    { id: 'good', ending: true as const, good: true, title: 'Enige', text: 'Hun smiler.' },
    { id: 'bad', ending: true as const, good: false, title: 'Uenige', text: 'Hun går.' },
  ],
}

describe('what has been said', () => {
  it('begins with the first place', () => {
    expect(exchanges(card, [])).toEqual([
      { node: 'n1', who: 'kari', mood: 'upset', said: 'Hvorfor ringte ingen?', told: false, own: null, changes: [] },
    ])
  })
  it('shows what was chosen, what it moved, and what came of it', () => {
    const [first, second] = exchanges(card, [['n1', 'a']])
    expect(first).toMatchObject({ own: { id: 'a' }, changes: [{ meter: 'trust', name: 'Tillit', up: true }, { meter: 'time', name: 'Tid', up: false }] })
    expect(second).toMatchObject({ said: 'Takk.', mood: 'calm', own: null })
    expect(exchanges(card, [['n1', 'b']])[1]).toMatchObject({ said: 'Hm.', mood: 'worried' })
  })
  it('ends with the ending', () => {
    expect(exchanges(card, [['n1', 'b'], ['n2', 'b']]).at(-1)).toMatchObject({ node: 'bad', who: null, said: 'Hun går.' })
    expect(ended(card, [['n1', 'b'], ['n2', 'b']])).toBe(true)
    expect(ended(card, [['n1', 'b']])).toBe(false)
  })
  it('tells what is said from what is told', () => {
    const told = (text: string, ending = false) => {
      const nodes = [{ id: 'n1', who: 'kari', text, ...(ending ? { ending: true as const, good: true } : { options: [] }) }]
      return exchanges({ ...card, nodes, key: [] }, [])[0]?.told
    }
    expect(told('«Ha det.» Hun går.')).toBe(false)
    expect(told('Hvorfor ringte ingen?')).toBe(false)
    expect(told('Hun reiser seg. «Ha det.»')).toBe(true)
    expect(told('Hun smiler.', true)).toBe(true)
    expect(told('“Bye.”', true)).toBe(false)
  })
  it('starts again where the moves cannot be made any more', () => {
    expect(playable(card, [['n1', 'a']])).toEqual([['n1', 'a']])
    expect(playable(card, [['n1', 'x']])).toEqual([])
    expect(playable(card, [['n1', 'b'], ['n2', 'c']])).toEqual([])
  })
})

describe('meters', () => {
  it.each([[60, 'enough'], [59, 'some'], [30, 'some'], [29, 'little'], [0, 'little']] as const)('at %s are %s', (score, level) => {
    expect(levelOf({ id: 'trust', text: '', start: 0, enough: 60 }, score)).toBe(level)
  })
  it('tell which way they went', () => {
    const before = { node: 'n1', meters: [40, 60] }
    expect(standings(card, { node: 'n2', meters: [60, 50] }, before).map(({ moved, level }) => [moved, level])).toEqual([['up', 'enough'], ['down', 'enough']])
    expect(standings(card, before, null).map(({ moved }) => moved)).toEqual([null, null])
  })
})

describe('what may be chosen', () => {
  it('depends on what was said', () => {
    const ids = (meters: number[]) => shownOptions(card, { node: 'n2', meters }, 7).map(({ id }) => id).sort()
    expect(ids([60, 50])).toEqual(['a', 'b', 'c'])
    expect(ids([59, 50])).toEqual(['a', 'b'])
  })
  it('comes in an order of the attempt', () => {
    const orders = new Set(Array.from({ length: 40 }, (_, seed) => shownOptions(card, { node: 'n2', meters: [60, 50] }, seed).map(({ id }) => id).join('')))
    expect(orders.size).toBeGreaterThan(3)
    const once = shownOptions(card, { node: 'n2', meters: [60, 50] }, 3)
    expect(shownOptions(card, { node: 'n2', meters: [60, 50] }, 3)).toEqual(once)
  })
})

describe('the way taken beside the best', () => {
  it('tells at each choice what was better', () => {
    expect(steps(card, [['n1', 'b'], ['n2', 'a']]).map(({ own, asBest, better }) => [own.id, asBest, better?.id ?? null])).toEqual([
      ['b', false, 'a'], ['a', true, null],
    ])
  })
  it('knows the best way', () => {
    expect(isBest(card, card.key)).toBe(true)
    expect(isBest(card, [['n1', 'a'], ['n2', 'c']])).toBe(false)
    expect(isBest(card, [['n1', 'a']])).toBe(false)
  })
})

describe('the best so far', () => {
  const best = (stars: number, goals: number, card = 'c1') => ({ module: 'samtale', card, stars, goals, best_at: '' })

  it.each([
    ['none yet', [], best(1, 0), [[1, 0]]],
    ['more stars', [best(1, 0)], best(2, 1), [[2, 1]]],
    ['as many stars and more goals', [best(1, 0)], best(1, 1), [[1, 1]]],
    ['fewer stars', [best(2, 1)], best(1, 3), [[2, 1]]],
    ['another card', [best(1, 0, 'c2')], best(3, 2), [[1, 0], [3, 2]]],
  ] as const)('with %s', (_name, before, own, after) => {
    expect(withBest([...before], own).map(({ stars, goals }) => [stars, goals])).toEqual(after)
  })
  it('is the same list where nothing is better', () => {
    const before = [best(2, 1)]
    expect(withBest(before, best(2, 1))).toBe(before)
  })
})
