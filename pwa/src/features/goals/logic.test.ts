import { expect, test } from 'vitest'
import { perPersonWeek, targetOf, whoseOf } from './logic'

const place = (id: string, members: number, parent: string | null = null) => ({ id, name: id, parent, level: parent ? 1 : 0, members })
const choices = { departments: [place('helse', 40), place('nord', 30, 'helse'), place('sør', 3, 'helse'), place('skole', 10), place('kino', 9)], paths: [], least_members: 5, live_members: 10 }

test('everybody first, for those who may, then departments with people enough', () => {
  expect(whoseOf(choices, true).map(({ id, members }) => [id, members])).toEqual([['', 59], ['helse', 40], ['nord', 30], ['skole', 10]])
  expect(whoseOf(choices, false).map(({ id }) => id)).toEqual(['helse', 'nord', 'skole'])
})

test.each([['1200', 1200], ['1 200', 1200], ['1.200', 1200], ['1\u00a0200', 1200], ['0', null], ['', null], ['-3', null], ['1,5', null], ['mange', null], ['99999999', null]])(
  'what was written: %s', (typed, target) => expect(targetOf(typed)).toBe(target),
)

test('what it means for each', () => {
  expect(perPersonWeek(1200, 100, 4)).toBe(3)
  expect(perPersonWeek(null, 100, 4)).toBeNull()
  expect(perPersonWeek(1200, 0, 4)).toBeNull()
})
