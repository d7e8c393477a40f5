import { expect, it } from 'vitest'
import { bytes, isNumber, text } from './passkeys'

it.each([[[]], [[0]], [[251, 255, 191]], [[1, 2, 3, 4, 5]], [Array.from({ length: 64 }, (_, index) => index * 4)]])('%j goes out and comes back', (numbers) => {
  const there = text(Uint8Array.from(numbers).buffer)
  expect(there).toMatch(/^[\w-]*$/)
  expect(Array.from(bytes(there))).toEqual(numbers)
})

it.each([
  ['127.0.0.1', true],
  ['[::1]', true],
  ['localhost', false],
  ['4h.loype.no', false],
])('%s is a number: %s', (host, number) => expect(isNumber(host)).toBe(number))
