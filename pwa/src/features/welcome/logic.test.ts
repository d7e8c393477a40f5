import { expect, it } from 'vitest'
import { ApiError } from '../../api/client'
import { faultOf, faultSaid, tokenIn, troubleOf } from './logic'

it.each([
  ['#0123abc.x_-Y', '0123abc.x_-Y'],
  ['', null],
  ['#', null],
  ['#a b', null],
  ['#javascript:alert(1)', null],
  ['#//evil.no', null],
  [`#${'x'.repeat(129)}`, null],
])('the address part %j carries %j', (hash, token) => expect(tokenIn(hash)).toBe(token))

it.each([
  ['482913', '482913', null],
  ['48291', '48291', 'short'],
  ['', '', 'short'],
  ['48291a', '48291a', 'digits'],
  ['4829134829134', '4829134829134', 'digits'],
  ['482913', '482931', 'differ'],
  ['482913', '', 'differ'],
])('%j and %j: %j', (pin, again, fault) => expect(faultOf(pin, again)).toBe(fault))

it.each([
  [new ApiError('problem', 'common_pin', 422), 'common'],
  [new ApiError('problem', 'invalid', 422), 'digits'],
  [new ApiError('problem', 'enrolment_gone', 404), null],
])('the server says of the PIN: %s', (error, fault) => expect(faultSaid(error)).toBe(fault))

it.each([
  [new ApiError('network', 'unreachable'), { kind: 'offline' }],
  [new ApiError('problem', 'enrolment_gone', 404), { kind: 'gone' }],
  [new ApiError('problem', 'too_many_attempts', 429, {}, 130), { kind: 'too_many', minutes: 3 }],
  [new ApiError('problem', 'busy', 503), { kind: 'failed' }],
])('a code that does not work: %s', (error, trouble) => expect(troubleOf(error)).toEqual(trouble))
