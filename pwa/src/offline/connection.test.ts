import { expect, it } from 'vitest'
import { isFree } from './connection'

it.each([
  [{ type: 'wifi' }, false, true],
  [{ type: 'ethernet' }, false, true],
  [{ type: 'wifi', saveData: true }, false, false],
  [{ type: 'wifi' }, true, false],
  [{ type: 'cellular' }, false, false],
  [{}, false, false],
  [undefined, false, false],
])('%j, saving %s', (connection, saves, free) => expect(isFree(connection, saves)).toBe(free))
