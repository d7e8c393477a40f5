import { expect, it } from 'vitest'
import type { Streak } from '../../api/types'
import { badges as en } from '../../text/en/badges'
import { badges as nb } from '../../text/nb/badges'
import { badges as nn } from '../../text/nn/badges'
import { DRAWINGS } from '../../ui/badges'
import { saidOf } from './streak'

const streak: Streak = { weeks: 3, reserves: 1, state: 'open', goal: { kind: 'half', need: 3, done: 1 }, recent: [] }

it.each([
  [streak, { week: 'open', reserves: 1, begun: true }],
  [{ ...streak, state: 'met' as const }, { week: 'met', reserves: 1, begun: true }],
  [{ ...streak, state: 'rest' as const, goal: null }, { week: 'rest', reserves: 1, begun: true }],
  [{ ...streak, goal: null }, { week: 'rest', reserves: 1, begun: true }],
  [{ ...streak, weeks: 0, reserves: 2 }, { week: 'open', reserves: null, begun: false }],
])('%j', (given, said) => expect(saidOf(given)).toEqual(said))

it('never speaks of losing, in any language', () => {
  for (const t of [nb, nn, en]) {
    const all = [t.noRowWhy, t.met, t.rest, t.open(0, 3), t.reserves(0), t.reserves(1), t.reserves(2), ...Object.values(t.weekStates)].join(' ')
    expect(all).not.toMatch(/mist|tap|brutt|brote|brøt|lost|lose|broke|miss|ikke nådd|ikkje nådd|fail/i)
  }
})

it('counts in words', () => {
  expect([nb.row(1), nb.row(6), nn.row(1), nn.row(6), en.row(1), en.row(6)]).toEqual([
    '1 uke på rad', '6 uker på rad', '1 veke på rad', '6 veker på rad', '1 week in a row', '6 weeks in a row',
  ])
})

it('draws within its frame', () => {
  expect(Object.keys(DRAWINGS).length).toBeGreaterThan(11)
  for (const { ground, shapes } of Object.values(DRAWINGS)) {
    expect(ground).toMatch(/^#[0-9A-F]{6}$/)
    expect(shapes.length).toBeGreaterThan(1)
  }
})
