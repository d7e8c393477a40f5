/** Number keys choose options, as long as nobody is writing. */
import { useLayoutEffect } from 'preact/hooks'

const WRITES = new Set(['text', 'search', 'number', 'tel', 'email', 'url', 'password'])

/** Whether a key belongs to a text field or to a shortcut of the browser. */
export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
    || (target instanceof HTMLInputElement && WRITES.has(target.type))
}

/** Calls `choose` with the place, from 0, of the option whose number was pressed. */
export function useNumberKeys(count: number, choose: (place: number) => void): void {
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isWriting(event.target)) return
      const place = Number.parseInt(event.key, 10) - 1
      if (event.key.length === 1 && place >= 0 && place < count) choose(place)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })
}
