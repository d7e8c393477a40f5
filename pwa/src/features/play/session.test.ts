import { describe, expect, it } from 'vitest'
import type { ModuleDocument } from '../../rules/cards'
import {
  MOST_ANSWERS, type Session, advanced, answered, begin, current, drafted, givenUp, isReturning, letterOf, resumed,
  shownAnswer, steps, tries,
} from './session'

const option = (id: string) => ({ id, text: `Tekst ${id}`, explanation: `Fordi ${id}` })
const document: ModuleDocument = {
  format: 'loype.module/1', module: 'm', version: 'v1', structure: 's1', language: 'nb', languages: ['nb'], title: 'Prøve',
  takeaways: [], seconds: 90, licence: 'CC-BY-4.0', credits: 'Løype', sources: [],
  cards: [
    { id: 'c1', type: 'choice', prompt: 'En?', options: [option('a'), option('b'), option('c')], key: 'b' },
    { id: 't1', type: 'text', prompt: 'Les', body: 'Noe' },
    { id: 'c2', type: 'number', prompt: 'To?', key: { value: 30, tolerance: 10 } },
  ],
} as ModuleDocument
const START = '2026-11-23T02:00:00.000Z'
const NOW = '2026-11-23T02:01:00.000Z'
const fresh = () => begin(document, 'act', { id: 'letter', seed: 17, now: START })
const reply = (session: Session, draft: string, seconds = 4.249) =>
  answered(drafted(session, draft, 1), document, NOW, seconds)
const next = (session: Session) => advanced(session, document, NOW)

describe('an attempt', () => {
  it('goes through the cards in order and is finished when all are right', () => {
    let session = next(reply(fresh(), 'b'))
    expect(current(session, document)?.id).toBe('t1')
    session = next(session)
    expect(current(session, document)?.id).toBe('c2')
    session = next(reply(session, '25,5'))
    expect(session.stage).toBe('finished')
    expect(letterOf(session)).toEqual({
      id: 'letter', kind: 'module', activity: 'act', module_version: 'v1', language: 'nb', seed: 17,
      started_at: START, finished_at: NOW,
      answers: [
        { card: 'c1', response: 'b', answered_at: NOW, seconds: 4.2 },
        { card: 'c2', response: 25.5, answered_at: NOW, seconds: 4.2 },
      ],
    })
  })

  it('brings a wrong card back at the end, until it has been right once', () => {
    let session = reply(fresh(), 'a')
    expect(isReturning(session)).toBe(false)
    expect(shownAnswer(session)?.response).toBe('a')
    session = next(session)
    expect(session.queue).toEqual(['t1', 'c2', 'c1'])
    expect(steps(session, document)).toEqual(['again', 'now', 'coming'])
    session = next(reply(next(session), '30'))
    expect(isReturning(session)).toBe(true)
    expect(steps(session, document)).toEqual(['now', 'done', 'done'])
    session = next(reply(session, 'c'))
    expect(current(session, document)?.id).toBe('c1')
    session = next(reply(session, 'b'))
    expect(session.stage).toBe('finished')
    expect(tries(session, document).map((one) => one.right)).toEqual([false, true, false, true])
  })

  it('does not move while something is missing', () => {
    const session = fresh()
    expect(answered(session, document, NOW, 3)).toBe(session)
    expect(next(session)).toBe(session)
    const unknown = drafted(session, 'zzz', 2)
    expect(answered(unknown, document, NOW, 3)).toBe(unknown)
  })

  it('takes one answer a card: a second press changes nothing', () => {
    const once = reply(fresh(), 'b')
    expect(reply(once, 'a')).toBe(once)
  })

  it('forgets the draft from card to card', () => {
    expect(next(reply(fresh(), 'b')).draft).toBe(null)
  })
})

describe('resuming', () => {
  it('stands exactly where it stopped, through JSON', () => {
    for (const session of [fresh(), drafted(fresh(), 'a', 2.5), reply(fresh(), 'a')]) {
      expect(resumed(JSON.parse(JSON.stringify(session)) as Session, document)).toEqual(session)
    }
  })
  it('takes new words for the same structure, and names the version shown', () => {
    const reworded = { ...document, version: 'v2', language: 'nn' }
    const session = resumed(reply(fresh(), 'a'), reworded)
    expect(session).toMatchObject({ version: 'v2', language: 'nn', stage: 'feedback' })
  })
  it('is not possible when the module is built otherwise', () => {
    expect(resumed(fresh(), { ...document, structure: 's2' })).toBe(null)
  })
})

describe('giving up', () => {
  it('hands in the tries without an end', () => {
    const letter = letterOf(givenUp(next(reply(fresh(), 'a'))))
    expect(letter.finished_at).toBe(null)
    expect(letter.answers).toHaveLength(1)
  })
  it('does not undo a finished attempt', () => {
    const session = { ...fresh(), stage: 'finished' as const, finishedAt: NOW }
    expect(givenUp(session)).toBe(session)
  })
  it('happens by itself before a letter is too full', () => {
    let session = next(next(reply(fresh(), 'b')))
    while (session.stage === 'asking') session = next(reply(session, '99'))
    expect(session.stage).toBe('given_up')
    expect(session.answers).toHaveLength(MOST_ANSWERS)
    expect(new TextEncoder().encode(JSON.stringify(letterOf(session))).length).toBeLessThan(32 * 1024)
  })
  it('happens earlier when the answers are long', () => {
    const options = Array.from({ length: 20 }, (_, i) => option(`et-langt-navn-${i}`))
    const key = ['et-langt-navn-0']
    const long: ModuleDocument = { ...document, cards: [{ id: 'm', type: 'multiple', prompt: '?', options, key }] }
    let session = begin(long, 'act', { id: 'letter', seed: 1, now: START })
    const all = options.map((one) => one.id)
    while (session.stage === 'asking') session = advanced(answered(drafted(session, all, 1), long, NOW, 4), long, NOW)
    expect(session.answers.length).toBeLessThan(MOST_ANSWERS)
    expect(JSON.stringify(letterOf(session)).length).toBeLessThan(32 * 1024)
  })
})
