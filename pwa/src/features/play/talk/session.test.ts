import { describe, expect, it } from 'vitest'
import type { ModuleDocument, ScenarioCard } from '../../../rules/cards'
import { tooQuick } from '../../../rules/reading'
import { answerable, movesOf, withMove } from '../answering'
import { advanced, answered, begin, drafted, isUnderWay, letterOf, resumed, tries } from '../session'

const option = (id: string, to: string) => ({ id, text: `Svar ${id}`, explanation: `Fordi ${id}`, to })
const card: ScenarioCard = {
  id: 's1', type: 'scenario', prompt: 'Snakk med Kari', characters: [{ id: 'kari', name: 'Kari' }],
  meters: [{ id: 'trust', text: 'Tillit', start: 40, enough: 60 }], start: 'n1', key: [['n1', 'a'], ['n2', 'a']],
  nodes: [
    { id: 'n1', text: 'Hvorfor ringte ingen?', options: [option('a', 'n2'), option('b', 'bad')] },
    { id: 'n2', text: 'Takk.', options: [option('a', 'good'), option('b', 'bad')] },
    { id: 'good', ending: true, good: true, title: 'Enige', text: 'Hun smiler.' },
    { id: 'bad', ending: true, good: false, title: 'Uenige', text: 'Hun går.' },
  ],
}
const document: ModuleDocument = {
  module: 'samtale', version: 'v1', structure: 's1', language: 'nb', languages: ['nb'], title: 'Samtale', takeaways: [], seconds: 60,
  licence: '', credits: '', sources: [], cards: [card],
}
const now = '2026-11-25T08:00:00Z'
const fresh = begin(document, 'a1', { id: 'l1', seed: 3, now })
const said = (...options: string[]) => options.reduce((session, each, i) => drafted(session, withMove(session.draft, [['n1', 'n2'][i] as string, each]), 9), fresh)

describe('a conversation in an attempt', () => {
  it('is an answer only once it has ended', () => {
    expect(answerable(card, said('a').draft)).toEqual({ response: null, missing: 'choose' })
    expect(answered(said('a'), document, now, 9)).toMatchObject({ stage: 'asking', answers: [] })
    expect(answerable(card, said('a', 'a').draft).response).toEqual([['n1', 'a'], ['n2', 'a']])
  })
  it('is kept move by move, and goes on where it was', () => {
    const kept = JSON.parse(JSON.stringify(said('a'))) as typeof fresh
    expect(movesOf(resumed(kept, document)?.draft ?? null)).toEqual([['n1', 'a']])
    expect(isUnderWay(kept, document)).toBe(true)
    expect(isUnderWay(fresh, document)).toBe(false)
  })
  it('comes again after a bad end, and a good one finishes', () => {
    const bad = advanced(answered(said('b'), document, now, 30), document, now)
    expect(bad).toMatchObject({ stage: 'asking', queue: ['s1'], draft: null })
    const again = drafted(drafted(bad, ['n1 a'], 3), ['n1 a', 'n2 a'], 9)
    const done = advanced(answered(again, document, now, 30), document, now)
    expect(done).toMatchObject({ stage: 'finished', finishedAt: now })
    expect(tries(done, document).map(({ right }) => right)).toEqual([false, true])
    expect(letterOf(done).answers.map(({ response }) => response)).toEqual([[['n1', 'b']], [['n1', 'a'], ['n2', 'a']]])
  })
  it('cannot be read quicker than what is said on the best way', () => {
    const characters = 'Snakk med Kari'.length + 'Hvorfor ringte ingen?'.length + 'Takk.'.length
    expect(tooQuick(card, 0.8 + characters / 100 - 0.01)).toBe(true)
    expect(tooQuick(card, 0.8 + characters / 100 + 0.01)).toBe(false)
  })
})
