import { expect, it } from 'vitest'
import { firstKnown } from './index'

it.each([
  [['nn-NO', 'en'], 'nn'],
  [['no'], 'nb'],
  [['de-DE', 'en-US'], 'en'],
  [['pl'], 'nb'],
  [[], 'nb'],
] as const)('%j reads %s', (wanted, language) => expect(firstKnown(wanted)).toBe(language))

const files = import.meta.glob<Record<string, Record<string, unknown>>>('./{nb,nn,en}/*.ts', { eager: true })

it('has nothing empty in any language', () => {
  expect(Object.keys(files).length).toBeGreaterThanOrEqual(18)
  for (const [file, words] of Object.entries(files)) expect(empties(words), file).toEqual([])
})

function empties(words: object, path = ''): string[] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value === 'object' && value !== null) return empties(value, `${path}${key}.`)
    return value === '' ? [`${path}${key}`] : []
  })
}
