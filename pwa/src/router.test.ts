import { expect, it } from 'vitest'
import { askAddress, match, personAddress, playAddress, questAddress, questionAddress } from './router'

it.each([
  ['/', { screen: 'today' }],
  ['/loype', { screen: 'paths' }],
  ['/lag', { screen: 'standings' }],
  ['/meg', { screen: 'profile' }],
  ['/meg/innsyn', { screen: 'looks' }],
  ['/meg/poeng', { screen: 'points' }],
  ['/meg/notater', { screen: 'notes' }],
  ['/velkommen', { screen: 'welcome' }],
  ['/velkommen/x', { screen: 'missing' }],
  ['/folk', { screen: 'people' }],
  ['/folk/ny', { screen: 'newcomer' }],
  ['/folk/p1', { screen: 'person', person: 'p1' }],
  ['/folk/kompetanse', { screen: 'led-competence', requirement: null }],
  ['/folk/kompetanse/k1', { screen: 'led-competence', requirement: 'k1' }],
  ['/folk/kompetanse/k1/x', { screen: 'missing' }],
  ['/kompetanse', { screen: 'competence' }],
  ['/kompetanse/x', { screen: 'missing' }],
  ['/kontroll', { screen: 'check' }],
  ['/innboks', { screen: 'inbox' }],
  ['/innboks/x', { screen: 'missing' }],
  ['/etappe/q1', { screen: 'quest', quest: 'q1' }],
  ['/spill/q1/a1', { screen: 'play', quest: 'q1', activity: 'a1' }],
  ['/spill/q1', { screen: 'missing' }],
  ['/loype/utforsk', { screen: 'explore' }],
  ['/loype/annet', { screen: 'missing' }],
  ['/ovepost', { screen: 'practice' }],
  ['/repetisjon', { screen: 'review' }],
  ['/ovepost/x', { screen: 'missing' }],
  ['/smakebit/v1', { screen: 'taste', version: 'v1' }],
  ['/studio', { screen: 'studio', place: [] }],
  ['/studio/loype/p1/ny', { screen: 'studio', place: ['loype', 'p1', 'ny'] }],
  ['/sporsmal', { screen: 'questions' }],
  ['/sporsmal/s1', { screen: 'question', request: 's1' }],
  ['/sporsmal/s1/post', { screen: 'asked-post', request: 's1' }],
  ['/sporsmal/s1/x', { screen: 'missing' }],
  ['/sporsmal/ny', { screen: 'ask', about: null }],
  ['/sporsmal/ny/q1', { screen: 'missing' }],
  ['/sporsmal/ny/q1/a1', { screen: 'ask', about: { quest: 'q1', activity: 'a1', card: null } }],
  ['/sporsmal/ny/q1/a1/c1', { screen: 'ask', about: { quest: 'q1', activity: 'a1', card: 'c1' } }],
  ['/sporsmal/ny/q1/a1/c1/x', { screen: 'missing' }],
  ['/lag/annet', { screen: 'race', competition: 'annet' }],
  ['/lag/ny', { screen: 'new-race' }],
  ['/lag/vegg', { screen: 'walls' }],
  ['/lag/mal', { screen: 'new-goal' }],
  ['/lag/uker', { screen: 'weeks' }],
  ['/lag/mot', { screen: 'join-meet' }],
  ['/lag/uke/2026-11-16', { screen: 'week', monday: '2026-11-16' }],
  ['/lag/toString', { screen: 'race', competition: 'toString' }],
  ['/lag/liga', { screen: 'league' }],
  ['/wall/abc', { screen: 'wall', token: 'abc' }],
  ['/wall', { screen: 'missing' }],
  ['/lag/annet/x', { screen: 'missing' }],
  ['/toString', { screen: 'missing' }],
  ['/etappe/%', { screen: 'missing' }],
])('%s is %j', (path, route) => expect(match(path)).toEqual(route))

it('makes addresses that lead back', () => {
  expect(match(questAddress('a/b'))).toEqual({ screen: 'quest', quest: 'a/b' })
  expect(match(personAddress('p/1'))).toEqual({ screen: 'person', person: 'p/1' })
  for (const card of [null, 'c/1']) {
    const about = { quest: 'q/1', activity: 'å', card }
    expect(match(askAddress(about))).toEqual({ screen: 'ask', about })
  }
  expect(match(questionAddress('s/1'))).toEqual({ screen: 'question', request: 's/1' })
  expect(match(playAddress('q', 'å'))).toEqual({ screen: 'play', quest: 'q', activity: 'å' })
})
