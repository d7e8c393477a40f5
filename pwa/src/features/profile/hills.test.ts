import { expect, it } from 'vitest'
import { bands, edge, height, line, totals } from './hills'

const topic = (met: number[], mastered: number[]) => ({ id: 'x', title: 'X', met, mastered })

it.each([
  [0, 0, 0], [0, 4, 1], [1, 9, 2], [1, 4, 2], [2, 4, 3], [3, 4, 4], [9, 10, 4], [4, 4, 5], [1, 1, 5],
])('%d mastered of %d gives %d contours', (mastered, met, rings) => expect(height(topic([met], [mastered]))).toBe(rings))

it('adds topics up by week', () => {
  const topics = [topic([1, 2], [0, 1]), topic([3, 3], [1, 2])]
  expect(totals(topics, 'met')).toEqual([4, 5])
  expect(totals(topics, 'mastered')).toEqual([1, 3])
  expect(totals([], 'met')).toEqual([])
})

it('stands on the bottom without anything, and reaches the top with all', () => {
  expect(edge([0, 5, 10], 10, 100, 50)).toEqual([[0, 50], [50, 25], [100, 0]])
  expect(line([[0, 50], [100, 0]])).toBe('M0 50L100 0')
})

it('lays each topic on top of those before it', () => {
  const [lower, upper] = bands([topic([2, 2], [0, 1]), topic([2, 2], [1, 1])], 2, 10, 10)
  expect(lower).toBe('M0 10L10 5L10 10L0 10z')
  expect(upper).toBe('M0 5L10 0L10 5L0 10z')
})
