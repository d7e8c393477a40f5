/** Shortcuts of the studio. Those of a single letter never work while somebody writes, and can be turned off. */
import { signal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { isWriting } from '../../ui/writing'

const NAME = 'studio-letters'

function remembered(): boolean {
  try {
    return localStorage.getItem(NAME) !== 'off'
  } catch {
    return true
  }
}

/** Whether a letter alone does anything. */
export const letters = signal(typeof localStorage === 'undefined' ? true : remembered())

export function turnLetters(on: boolean): void {
  letters.value = on
  try {
    localStorage.setItem(NAME, on ? 'on' : 'off')
  } catch {
    // Without storage the choice holds until the page is closed.
  }
}

/** A key as it is named here: `Ctrl+Shift+Enter`, `Alt+1`, `j`. */
export function nameOf(event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string {
  const digit = /^Digit(\d)$/.exec(event.code)?.[1]
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1]
  const held = event.ctrlKey || event.metaKey || event.altKey
  const key = held ? (digit ?? letter ?? event.key) : event.key.length === 1 ? event.key.toLowerCase() : event.key
  const shift = event.shiftKey && (held || key.length > 1)
  return [(event.ctrlKey || event.metaKey) && 'Ctrl', event.altKey && 'Alt', shift && 'Shift', key].filter(Boolean).join('+')
}

/** What each key does; false where it did nothing after all, so that the browser does what it would. */
export type Keys = Record<string, () => boolean | void>

/** Whether a key that was pressed is to be heard at all. */
export function isHeard(event: KeyboardEvent, on: boolean): boolean {
  if (event.defaultPrevented || event.repeat && event.key === 'Enter' || document.querySelector('dialog[open]')) return false
  const alone = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
  return !alone || (on && !isWriting(event.target))
}

export function useKeys(keys: Keys): void {
  const latest = useRef(keys)
  latest.current = keys
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isHeard(event, letters.value)) return
      const name = nameOf(event)
      const work = Object.hasOwn(latest.current, name) ? latest.current[name] : undefined
      if (work && work() !== false) event.preventDefault()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
