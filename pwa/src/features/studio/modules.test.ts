import { expect, it } from 'vitest'
import { counted, listAddress } from './modules'

it.each([
  [{ page: 1, state: null, q: '' }, '/studio/modules?page=1'],
  [{ page: 2, state: 'draft', q: ' Fall & løp ' }, '/studio/modules?page=2&state=draft&q=Fall+%26+l%C3%B8p'],
] as const)('%j is asked for at %s', (asked, address) => expect(listAddress(asked)).toBe(address))

it('shows the states that hold something, in the order posts go through them', () => {
  expect(counted({ published: 3, draft: 1, retired: 0 })).toEqual({ states: ['draft', 'published'], all: 4 })
})
