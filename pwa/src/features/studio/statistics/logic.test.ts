import { describe, expect, it } from 'vitest'
import type { CardStatistics } from '../../../api/types'
import { drop, fitOf, outline, stepsOf, tellingOf, worstOf } from './logic'
import { bare } from './words'

const card = (number: number, reached: number | null, stopped: number | null) => ({ number, reached, stopped }) as CardStatistics

describe('the way through a post', () => {
  const steps = stepsOf([card(1, 40, 0), card(2, 40, 10), card(4, 30, 1)], 29)

  it('ends with those who came to the end', () => {
    expect(steps?.map(({ label, people }) => [label, people])).toEqual([[1, 40], [2, 40], [4, 30], [null, 29]])
  })

  it('is not shown of too few', () => {
    expect(stepsOf([card(1, null, null)], null)).toBeNull()
    expect(stepsOf([], 0)).toBeNull()
  })

  it('is drawn from zero, with the place where most stopped', () => {
    expect(outline(steps ?? [], 10, 100)).toBe('M0 0H10L10 0H20L20 25H30L30 27.5H40')
    expect(worstOf(steps ?? [])?.label).toBe(2)
    expect(drop(steps ?? [], 10, 100)).toBe('M20 0V25')
    expect(drop(stepsOf([card(1, 5, 0)], 5) ?? [], 10, 100)).toBeNull()
  })
})

it.each([[0.59, 'hard'], [0.6, 'fit'], [0.9, 'fit'], [0.91, 'easy']] as const)('%s is %s', (right, fit) => expect(fitOf(right)).toBe(fit))

it.each([[-0.11, 'wrongly'], [-0.1, 'not'], [0.1, 'some'], [0.3, 'well']] as const)('%s tells %s', (r, word) => expect(tellingOf(r)).toBe(word))

it.each([['«Ja.»', 'Ja.'], ['“Yes.”', 'Yes.'], ['Si «ja»', 'Si «ja»'], ['«ja» eller «nei»', '«ja» eller «nei»']])('puts %s between one pair of marks', (text, words) => expect(bare(text)).toBe(words))
