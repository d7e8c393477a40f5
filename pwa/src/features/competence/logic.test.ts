import { describe, expect, it } from 'vitest'
import type { Competence } from '../../api/types'
import { leftOf } from './logic'
import { nameOf } from '../../saving'

const one: Competence = {
  id: '1', title: 'Hender', mandatory: true, required: true, state: 'valid', months: 12, achieved_on: '2026-11-19',
  valid_until: '2027-11-19', renews_from: '2027-09-20', done: 0, needed: 4, certificate: true, topics: [],
}

describe('what is left', () => {
  it.each([
    [{}, { kind: 'rest', day: '2027-09-20' }],
    [{ renews_from: null, valid_until: null }, { kind: 'rest', day: null }],
    [{ state: 'renew', done: 1 }, { kind: 'renew', count: 3 }],
    [{ state: 'expired', done: 3 }, { kind: 'expired', count: 1 }],
    [{ state: 'expired', done: 4 }, { kind: 'done', again: true }],
    [{ state: 'not_begun' }, { kind: 'begin', count: 4 }],
    [{ state: 'not_begun', needed: 0 }, { kind: 'begin', count: 0 }],
    [{ state: 'on_the_way', done: 3 }, { kind: 'goOn', count: 1 }],
    [{ state: 'on_the_way', done: 4 }, { kind: 'done', again: false }],
  ] as [Partial<Competence>, unknown][])('%j', (change, left) => expect(leftOf({ ...one, ...change })).toEqual(left))
})

describe('the name of a file', () => {
  it.each([
    ['Trygg med hender', 'trygg-med-hender.pdf'],
    ['Mat & hygiene: nivå 2', 'mat-hygiene-nivå-2.pdf'],
    ['…', 'bevis.pdf'],
  ])('%s', (title, name) => expect(nameOf(title, 'pdf')).toBe(name))
})
