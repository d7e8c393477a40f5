import { expect, test } from 'vitest'
import { leadingOf } from './leading'

test.each([
  [{ rank: 1, sharing: 1, of: 3 }, 'alone'],
  [{ rank: 1, sharing: 1, of: 1 }, 'alone'],
  [{ rank: 1, sharing: 2, of: 3 }, 'shared'],
  [{ rank: 1, sharing: 3, of: 3 }, 'level'],
  [{ rank: 2, sharing: 2, of: 3 }, null],
  [{ rank: 1, of: 3 }, 'alone'],
])('%j stands %s', (place, told) => {
  expect(leadingOf(place)).toBe(told)
})
