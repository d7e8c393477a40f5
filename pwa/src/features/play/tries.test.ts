import { expect, it } from 'vitest'
import type { Exercise } from '../../rules/cards'
import { grade } from '../../rules/grading'
import { rightResponse, wrongResponse } from './tries'

const items = ['a', 'b', 'c'].map((id) => ({ id, text: id, explanation: id }))
const head = { id: 'c1', prompt: '?' }
const box = { x: 0, y: 0, w: 0.1, h: 0.1 }
const picture = { media: 'm', alt: '' }

const exercises: Exercise[] = [
  { ...head, type: 'choice', options: items, key: 'b' },
  { ...head, type: 'multiple', options: items, key: ['a', 'c'] },
  { ...head, type: 'multiple', options: items, key: ['a', 'b', 'c'] },
  { ...head, type: 'order', options: items, key: ['c', 'a', 'b'] },
  { ...head, type: 'match', left: items, right: items, key: { a: 'b', b: 'c', c: 'a' } },
  { ...head, type: 'sort', options: items, buckets: items.slice(0, 2), key: { a: 'a', b: 'a', c: 'b' } },
  { ...head, type: 'hotspot', picture, regions: items.map((item) => ({ ...item, ...box })), key: ['b'] },
  { ...head, type: 'number', key: { value: 30, tolerance: 5 } },
  { ...head, type: 'fill', key: ['hansker'] },
  {
    ...head, type: 'scenario', start: 'n', characters: [], meters: [{ id: 'm', text: 'Tillit', start: 50, enough: 60 }], key: [['n', 'a']],
    nodes: [
      { id: 'n', text: '?', options: [{ id: 'a', text: 'A', explanation: '', to: 'g' }, { id: 'b', text: 'B', explanation: '', to: 'x' }] },
      { id: 'g', ending: true, good: true, text: '' }, { id: 'x', ending: true, good: false, text: '' },
    ],
  },
]

it.each(exercises.map((card) => [card.type, card] as const))('%s: one is right and the other is not', (_, card) => {
  expect(grade(card, rightResponse(card))).toBe('right')
  expect(grade(card, wrongResponse(card))).toBe('wrong')
})

it('knows where nothing can be wrong', () => {
  expect(wrongResponse({ ...head, type: 'choice', options: items.slice(0, 1), key: 'a' })).toBeNull()
  expect(wrongResponse({ ...head, type: 'match', left: items, right: items, key: { a: 'b', b: 'b', c: 'b' } })).toBeNull()
})
