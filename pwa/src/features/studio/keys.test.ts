import { expect, it } from 'vitest'
import { nameOf } from './keys'

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

it.each([
  [{ key: 'j', code: 'KeyJ' }, 'j'],
  [{ key: 'J', code: 'KeyJ', shiftKey: true }, 'j'],
  [{ key: '?', code: 'Minus', shiftKey: true }, '?'],
  [{ key: '/', code: 'Digit7', shiftKey: true }, '/'],
  [{ key: 'V', code: 'KeyV', ctrlKey: true, shiftKey: true }, 'Ctrl+Shift+V'],
  [{ key: 'z', code: 'KeyZ', metaKey: true }, 'Ctrl+Z'],
  [{ key: '¡', code: 'Digit1', altKey: true }, 'Alt+1'],
  [{ key: 'ArrowDown', code: 'ArrowDown', altKey: true, shiftKey: true }, 'Alt+Shift+ArrowDown'],
  [{ key: 'Enter', code: 'Enter', ctrlKey: true }, 'Ctrl+Enter'],
])('%j is %s', (pressed, name) => expect(nameOf({ ...none, ...pressed })).toBe(name))
