import { expect, test } from 'vitest'
import type { WallBoard } from '../../api/types'
import { language } from '../../text'
import { MOST_ROWS, fieldsOf, headline } from './logic'

language.value = 'nb'

type Row = WallBoard['rows'][number]
const PARTS = { sum_w: 1, sum_wx: 1, mean: 0.5, k: 8, whole_percent: false, merged: [] }
const row = (name: string, rank: number, size_class: number, members: number): Row => ({ name, department: name, rank, size_class, members, score: 0.5, parts: PARTS })

test('classes come one at a time, the largest first, and many departments in parts', () => {
  const many = Array.from({ length: MOST_ROWS + 1 }, (_, index) => row(`d${index}`, index + 1, 1, 40 + index))
  const fields = fieldsOf([row('liten', 1, 2, 9), ...many])
  expect(fields.map(({ rows }) => rows.length)).toEqual([MOST_ROWS, 1, 1])
  expect(fields[0]?.title).toBe(`Klassen med 40 til ${40 + MOST_ROWS} deltakere`)
  expect(fieldsOf([])).toEqual([])
})

test('who is first alone is named', () => {
  const [alone] = fieldsOf([row('Nord', 1, 1, 9), row('Sør', 2, 1, 9)])
  const [shared] = fieldsOf([row('Nord', 1, 1, 9), row('Sør', 1, 1, 9)])
  if (!alone || !shared) throw new Error('nothing to show')
  expect(headline(alone, 'running')).toBe('Nord leder')
  expect(headline(alone, 'closed')).toBe('Nord vant')
  expect(headline(shared, 'running')).toBe('Klassen med 9 deltakere')
})
