import { expect, it } from 'vitest'
import { wordsOf } from './recordings'

it('finds the words of captions, without their times, names and notes', () => {
  const captions = 'WEBVTT\n\nNOTE made by hand\n\nfirst\n00:00.000 --> 00:01.000\nEn\nto\n\n00:01.000 --> 00:02.000 line:0\nTre\n'
  expect(wordsOf(captions)).toBe('En to\n\nTre')
  expect(wordsOf(captions.replaceAll('\n', '\r\n'))).toBe('En to\n\nTre')
})
