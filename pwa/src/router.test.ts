import { expect, it } from 'vitest'
import { match, playAddress, questAddress } from './router'

it.each([
  ['/', { screen: 'today' }],
  ['/loype', { screen: 'paths' }],
  ['/lag', { screen: 'standings' }],
  ['/meg', { screen: 'profile' }],
  ['/meg/innsyn', { screen: 'looks' }],
  ['/innboks', { screen: 'inbox' }],
  ['/innboks/x', { screen: 'missing' }],
  ['/etappe/q1', { screen: 'quest', quest: 'q1' }],
  ['/spill/q1/a1', { screen: 'play', quest: 'q1', activity: 'a1' }],
  ['/spill/q1', { screen: 'missing' }],
  ['/lag/annet', { screen: 'missing' }],
  ['/toString', { screen: 'missing' }],
  ['/etappe/%', { screen: 'missing' }],
])('%s is %j', (path, route) => expect(match(path)).toEqual(route))

it('makes addresses that lead back', () => {
  expect(match(questAddress('a/b'))).toEqual({ screen: 'quest', quest: 'a/b' })
  expect(match(playAddress('q', 'å'))).toEqual({ screen: 'play', quest: 'q', activity: 'å' })
})
