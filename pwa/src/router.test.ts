import { expect, it } from 'vitest'
import { match, personAddress, playAddress, questAddress } from './router'

it.each([
  ['/', { screen: 'today' }],
  ['/loype', { screen: 'paths' }],
  ['/lag', { screen: 'standings' }],
  ['/meg', { screen: 'profile' }],
  ['/meg/innsyn', { screen: 'looks' }],
  ['/velkommen', { screen: 'welcome' }],
  ['/velkommen/x', { screen: 'missing' }],
  ['/folk', { screen: 'people' }],
  ['/folk/ny', { screen: 'newcomer' }],
  ['/folk/p1', { screen: 'person', person: 'p1' }],
  ['/innboks', { screen: 'inbox' }],
  ['/innboks/x', { screen: 'missing' }],
  ['/etappe/q1', { screen: 'quest', quest: 'q1' }],
  ['/spill/q1/a1', { screen: 'play', quest: 'q1', activity: 'a1' }],
  ['/spill/q1', { screen: 'missing' }],
  ['/loype/utforsk', { screen: 'explore' }],
  ['/loype/annet', { screen: 'missing' }],
  ['/ovepost', { screen: 'practice' }],
  ['/ovepost/x', { screen: 'missing' }],
  ['/smakebit/v1', { screen: 'taste', version: 'v1' }],
  ['/studio', { screen: 'studio', place: [] }],
  ['/studio/loype/p1/ny', { screen: 'studio', place: ['loype', 'p1', 'ny'] }],
  ['/lag/annet', { screen: 'missing' }],
  ['/toString', { screen: 'missing' }],
  ['/etappe/%', { screen: 'missing' }],
])('%s is %j', (path, route) => expect(match(path)).toEqual(route))

it('makes addresses that lead back', () => {
  expect(match(questAddress('a/b'))).toEqual({ screen: 'quest', quest: 'a/b' })
  expect(match(personAddress('p/1'))).toEqual({ screen: 'person', person: 'p/1' })
  expect(match(playAddress('q', 'å'))).toEqual({ screen: 'play', quest: 'q', activity: 'å' })
})
