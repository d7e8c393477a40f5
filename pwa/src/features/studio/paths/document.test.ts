import { describe, expect, it } from 'vitest'
import { type PathDocument, empty, freshWeek, inLanguages, isWhole, languagesOf, moved, withPost, withWeek } from './document'

const whole: PathDocument = {
  format: 'loype.path/1', title: { nb: 'T', en: 'T' }, story: { nb: 'S', en: 'S' }, goal: { nb: 'G', en: 'G' },
  quests: [{ id: 'uke-1', terrain: 'fjell', title: { nb: 'U', en: 'W' }, story: { nb: 'S', en: 'S' }, goal: { nb: 'G', en: 'G' }, activities: [{ id: 'a', kind: 'module', module: 'fall' }] }],
}

describe('a path document', () => {
  it('is whole only when everything is said in every language and every week has a post', () => {
    expect(isWhole(whole)).toBe(true)
    expect(isWhole(empty('nb', 'u'))).toBe(false)
    expect(isWhole({ ...whole, story: { nb: 'S', en: ' ' } })).toBe(false)
    expect(isWhole({ ...whole, quests: [] })).toBe(false)
    expect(isWhole(withWeek(whole, 0, { ...whole.quests[0]!, activities: [] }))).toBe(false)
    expect(isWhole({ ...whole, quests: [...whole.quests, freshWeek(['nb', 'en'], 'u2')] })).toBe(false)
  })
  it('changes its languages throughout, and keeps what was written', () => {
    const other = inLanguages(whole, ['nb', 'nn'])
    expect(languagesOf(other)).toEqual(['nb', 'nn'])
    expect(other.quests[0]?.title).toEqual({ nb: 'U', nn: '' })
    expect(whole.title).toEqual({ nb: 'T', en: 'T' })
  })
  it('takes a post once a week, under a name of its own', () => {
    expect(withPost(whole, 0, 'fall')).toBe(whole)
    const two = { ...whole, quests: [...whole.quests, freshWeek(['nb', 'en'], 'u2')] }
    const once = withPost(two, 1, 'a')
    expect(once.quests[1]?.activities).toEqual([{ id: 'a-2', kind: 'module', module: 'a' }])
    expect(withPost(once, 1, 'a')).toBe(once)
  })
})

it.each([[0, 2, 'bca'], [2, 0, 'cab'], [1, 1, 'abc'], [0, 3, 'abc'], [0, -1, 'abc'], [5, 0, 'abc']])('moves %i to %i: %s', (from, to, after) =>
  expect(moved([...'abc'], from, to).join('')).toBe(after))
