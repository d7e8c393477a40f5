/** Letters for the tests of what is kept and sent. */
import type { Waiting } from './db'

export function waitingLetter(id: string, response = 'b', person = 'me'): Waiting {
  return {
    id, person, at: `2026-11-18T10:00:00.${id.padStart(3, '0')}Z`,
    about: { quest: 'q', run: 'r', activity: `a-${id}`, complete: true, seconds: 100 },
    letter: {
      id, kind: 'module', activity: `a-${id}`, module_version: 'v', language: 'nb', seed: 1,
      started_at: '2026-11-18T10:00:00Z', finished_at: '2026-11-18T10:02:00Z',
      answers: [{ card: 'c1', response, answered_at: '2026-11-18T10:01:00Z', seconds: 4 }],
    },
  }
}
