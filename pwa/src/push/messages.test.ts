import { describe, expect, it } from 'vitest'
import { addressOf, arrivalOf, shownBy } from './messages'

const ORIGIN = 'https://loype.example'
const NUDGE = '6f1c0f9e-6a53-4f0c-9a53-0b6f0a1d2c3b'

function push(notification: object, more: object = {}): string {
  return JSON.stringify({ web_push: 8030, notification, ...more })
}

describe('a push', () => {
  it('is shown as the server worded it', () => {
    const text = push({ title: 'Ny etappe', body: 'Ta en post', lang: 'nn', tag: 't1', navigate: `${ORIGIN}/etappe/q?varsel=${NUDGE}` }, { app_badge: 3 })
    const shown = shownBy(text, ORIGIN, 12)
    expect(shown).toMatchObject({ title: 'Ny etappe', to: `/etappe/q?varsel=${NUDGE}`, badge: 3 })
    expect(shown.options).toMatchObject({ body: 'Ta en post', lang: 'nn', tag: 't1', silent: false })
  })

  it.each(['', 'ei prøve', '{', '[]', 'null', '5', '{"notification": 5}', push({ title: 7, navigate: 9 })])(
    'shows something whatever it is: %j',
    (text) => expect(shownBy(text, ORIGIN, 12)).toMatchObject({ title: 'Løype', to: '/', badge: null }),
  )

  it.each([[20, false], [21, true], [23, true], [0, true], [5, true], [6, false]])('at %i it is silent: %s', (hour, silent) => {
    expect(shownBy(push({ title: 'x' }), ORIGIN, hour).options.silent).toBe(silent)
  })
})

it.each([
  ['https://other.example/etappe/q?varsel=1', '/etappe/q?varsel=1'],
  ['/innboks', '/innboks'],
  ['javascript:alert(1)', '/'],
  ['data:text/html,x', '/'],
  ['https://', '/'],
  [undefined, '/'],
])('%j leads to %s, in this app', (given, to) => expect(addressOf(given, ORIGIN)).toBe(to))

it.each([
  [`/etappe/q?varsel=${NUDGE}`, NUDGE, '/etappe/q'],
  [`/?a=1&varsel=${NUDGE}`, NUDGE, '/?a=1'],
  ['/?varsel=x', null, '/'],
  ['/lag', null, '/lag'],
])('%s comes by a nudge', (address, nudge, to) => expect(arrivalOf(address)).toEqual({ nudge, to }))
