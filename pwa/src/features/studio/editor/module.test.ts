import { expect, it } from 'vitest'
import { coverage, languagesOf, slugOf, withLanguage, withoutLanguage } from './module'
import type { Thing } from './places'

const post: Thing = {
  languages: ['nb', 'en'], title: { nb: 'Fall', en: 'Falls' }, takeaways: { nb: ['Ring'], en: [] },
  cards: [
    { id: 'c1', type: 'match', prompt: { nb: 'Par' }, left: [{ id: 'nb', text: { nb: 'A', en: 'A' } }], key: { nb: 'en' } },
    { id: 'c2', type: 'fill', prompt: { nb: 'Ord', en: 'Word' }, key: { nb: ['én'], en: ['one'] } },
  ],
}

it.each([['Fall på badet!', 'fall-pa-badet'], ['  Ærlig øl ', 'aerlig-ol'], ['…', '']])('%s is called %s', (words, slug) => expect(slugOf(words)).toBe(slug))

it('counts what is translated of what is written', () => {
  expect(coverage(post, 'nb', 'en')).toEqual({ done: 4, all: 6 })
  expect(coverage(post, 'nb', 'nn')).toEqual({ done: 0, all: 6 })
})

it('takes a language out of every text, and leaves ids alone', () => {
  expect(withoutLanguage(post, 'en')).toEqual({
    languages: ['nb'], title: { nb: 'Fall' }, takeaways: { nb: ['Ring'] },
    cards: [
      { id: 'c1', type: 'match', prompt: { nb: 'Par' }, left: [{ id: 'nb', text: { nb: 'A' } }], key: { nb: 'en' } },
      { id: 'c2', type: 'fill', prompt: { nb: 'Ord' }, key: { nb: ['én'] } },
    ],
  })
})

it('keeps the first language first', () => {
  expect(languagesOf({ languages: ['en', 'nb'] })).toEqual(['en', 'nb'])
  expect(withLanguage(post, 'nn').languages).toEqual(['nb', 'en', 'nn'])
  expect(withLanguage(post, 'en')).toBe(post)
  expect(languagesOf({})).toEqual(['nb'])
})
