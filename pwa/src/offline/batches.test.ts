import { describe, expect, it } from 'vitest'
import { MOST_BYTES, backOff, firstBatch } from './batches'
import { waitingLetter } from './letters.fixture'

describe('the first batch', () => {
  it('holds at most a hundred letters', () => {
    const many = Array.from({ length: 130 }, (_, index) => waitingLetter(`l${index}`))
    expect(firstBatch(many)).toHaveLength(100)
    expect(firstBatch(many, 7).map(({ id }) => id)).toEqual(['l0', 'l1', 'l2', 'l3', 'l4', 'l5', 'l6'])
  })

  it('stays below the size of a call, but never stands still', () => {
    const large = Array.from({ length: 20 }, (_, index) => waitingLetter(`l${index}`, 'x'.repeat(30_000)))
    const size = JSON.stringify(firstBatch(large).map(({ letter }) => letter)).length
    expect(size).toBeLessThan(MOST_BYTES)
    expect(size).toBeGreaterThan(MOST_BYTES - 31_000)
    expect(firstBatch([waitingLetter('huge', 'x'.repeat(MOST_BYTES))])).toHaveLength(1)
    expect(firstBatch([])).toEqual([])
  })
})

it('waits longer after each failure, up to five minutes', () => {
  expect([1, 2, 3, 20].map((failures) => backOff(failures, 1))).toEqual([5_000, 10_000, 20_000, 300_000])
  expect(backOff(1, 0)).toBe(2_500)
})
