import { describe, expect, it } from 'vitest'
import { type Seen, bytesOf, healthOf, madeWith, worthAsking } from './health'

const WORKS: Seen = {
  shared: false, able: true, apple: false, installed: false, permission: 'granted', wanted: true, subscribed: true, known: true,
}

describe('what Meg says of pushes', () => {
  it.each([
    [{}, 'on'],
    [{ known: null }, 'on'],
    [{ known: false }, 'lost'],
    [{ subscribed: false }, 'lost'],
    [{ wanted: false }, 'off'],
    [{ permission: 'default' }, 'ask'],
    [{ permission: 'default', wanted: false }, 'ask'],
    [{ permission: 'denied' }, 'denied'],
    [{ able: false }, 'unsupported'],
    [{ apple: true, able: false }, 'install'],
    [{ apple: true, installed: true }, 'on'],
    [{ apple: true, installed: true, permission: 'default' }, 'ask'],
    [{ apple: true, installed: true, able: false }, 'unsupported'],
    [{ shared: true, permission: 'default' }, 'shared'],
  ] as [Partial<Seen>, string][])('%j is %s', (part, health) => expect(healthOf({ ...WORKS, ...part })).toBe(health))
})

it('asks once, and only where a yes leads somewhere', () => {
  expect(['ask', 'off', 'install'].map((health) => worthAsking(health as 'ask', false))).toEqual([true, true, true])
  expect(['on', 'lost', 'denied', 'unsupported', 'shared'].map((health) => worthAsking(health as 'on', false))).toEqual(Array(5).fill(false))
  expect(worthAsking('ask', true)).toBe(false)
})

it('knows a subscription of another key', () => {
  const key = bytesOf('BA-_')
  expect([...key]).toEqual([4, 15, 191])
  expect(madeWith({ applicationServerKey: key.buffer }, key)).toBe(true)
  expect(madeWith({ applicationServerKey: bytesOf('BA-A').buffer }, key)).toBe(false)
  expect(madeWith({ applicationServerKey: bytesOf('BA').buffer }, key)).toBe(false)
  expect(madeWith({ applicationServerKey: null }, key)).toBe(true)
  expect(madeWith(undefined, key)).toBe(true)
})
