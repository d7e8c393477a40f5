import { describe, expect, it } from 'vitest'
import { ApiError } from '../../api/client'
import { missing, tidy, troubleOf } from './logic'

const form = { organisation: 'fjordvik', employee_number: '20418', pin: '482913', shared: false }

describe('the sign-in form', () => {
  it('needs all three, and a PIN of six', () => {
    expect(missing(form)).toEqual([])
    expect(missing({ ...form, organisation: ' ', pin: '12345' })).toEqual(['organisation', 'pin'])
  })

  it('drops the blanks that keyboards add', () => {
    expect(tidy({ ...form, organisation: ' fjordvik ' }).organisation).toBe('fjordvik')
  })

  it.each([
    [new ApiError('network', 'unreachable'), { kind: 'offline' }],
    [new ApiError('problem', 'wrong_credentials', 401), { kind: 'wrong' }],
    [new ApiError('problem', 'too_many_attempts', 429, {}, 130), { kind: 'too_many', minutes: 3 }],
    [new ApiError('problem', 'too_many_attempts', 429), { kind: 'too_many', minutes: 1 }],
    [new ApiError('problem', 'busy', 503), { kind: 'failed' }],
  ])('explains %s', (error, trouble) => {
    expect(troubleOf(error)).toEqual(trouble)
  })
})
