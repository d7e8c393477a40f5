import { expect, it } from 'vitest'
import type { Letter, Review, ReviewItem } from '../api/types'
import { dayIn, daysBetween, mondayOf } from '../rules/round'
import type { Waiting } from './db'
import { minutesOf, offered, roundOf, without } from './reviews'

const item = (card: string, from = '2026-11-23', topic = 'a'): ReviewItem => ({
  module: 'm', version: 'v', languages: ['nb'], title: 'T', card, topic: { id: topic, title: topic }, due_at: '', asked_from: from, mastered: false, wanted: false,
  why: { code: 'met', last_on: '2026-11-19', tries: 1, chance: 0.85 }, days_until_back: { recalled: 21, missed: 1 },
})
const review = (items: ReviewItem[], part: Partial<Review> = {}): Review => ({
  due: items.length, left_this_week: 12, round: 6, minutes: 2, per_week: 12, per_round: 6, seconds_each: 20, time_zone: 'Europe/Oslo',
  week: { year: 2026, week: 48, starts_on: '2026-11-23', ends_on: '2026-11-29' }, items, ...part,
})
const waits = (cards: string[], at: string): Waiting => {
  const answers = cards.map((card) => ({ card, response: 'b', answered_at: at, seconds: 4, module_version: 'v' }))
  const letter: Letter = {
    id: 'l', kind: 'review', activity: null, module_version: null, language: 'nb', seed: 1, started_at: at, finished_at: at, answers,
  }
  return { id: 'l', person: 'p', letter, about: { quest: '', run: '', activity: 'review', complete: false, seconds: 0 }, at }
}
const cards = (found: ReviewItem[]) => found.map(({ card }) => card)
const THURSDAY = new Date('2026-11-26T12:00:00Z')
const MONDAY = new Date('2026-11-29T23:30:00Z') // half past midnight in Oslo

it('offers what has come to its day, in the order of the server', () => {
  const all = [item('c1'), item('c2', '2026-11-27'), item('c3')]
  expect(cards(offered(review(all), [], THURSDAY))).toEqual(['c1', 'c3'])
  expect(cards(offered(review(all), [], MONDAY))).toEqual(['c1', 'c2', 'c3'])
})

it('does not offer again what waits to be sent, nor more than the week has room for', () => {
  const all = ['c1', 'c2', 'c3', 'c4'].map((card) => item(card))
  const waiting = [waits(['c1', 'c1', 'c2'], '2026-11-24T10:00:00Z')]
  expect(cards(offered(review(all), waiting, THURSDAY))).toEqual(['c3', 'c4'])
  expect(cards(offered(review(all, { left_this_week: 3 }), waiting, THURSDAY))).toEqual(['c3'])
  expect(cards(offered(review(all, { left_this_week: 2 }), waiting, THURSDAY))).toEqual([])
})

it('begins a new week with all its room, also without a network', () => {
  const all = ['c1', 'c2', 'c3'].map((card) => item(card))
  expect(cards(offered(review(all, { left_this_week: 0 }), [], THURSDAY))).toEqual([])
  expect(cards(offered(review(all, { left_this_week: 0, per_week: 2 }), [], MONDAY))).toEqual(['c1', 'c2'])
})

it('mixes look-alikes in a round of at most six', () => {
  const all = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7'].map((card, at) => item(card, '2026-11-23', at < 3 ? 'a' : 'b'))
  expect(cards(roundOf(review(all), all))).toEqual(['c1', 'c4', 'c2', 'c5', 'c3', 'c6'])
  expect(minutesOf(review(all), 6)).toBe(2)
  expect(minutesOf(review(all), 1)).toBe(1)
})

it('counts a round that the server has just taken in', () => {
  const left = without(review([item('c1'), item('c2')]), waits(['c1', 'c1'], '2026-11-24T10:00:00Z').letter)
  expect([left.left_this_week, cards(left.items)]).toEqual([11, ['c2']])
})

it.each([
  ['2026-11-22T23:30:00Z', '2026-11-23', '2026-11-23'],
  ['2026-11-22T22:30:00Z', '2026-11-22', '2026-11-16'],
  ['2027-01-01T12:00:00Z', '2027-01-01', '2026-12-28'],
])('%s is %s in Oslo, in the week from %s', (moment, day, monday) => {
  expect(dayIn('Europe/Oslo', new Date(moment))).toBe(day)
  expect(mondayOf(day)).toBe(monday)
})

it('counts days over the change of the clock', () => expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2))
