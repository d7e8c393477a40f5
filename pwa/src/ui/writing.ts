/** Whether somebody is writing, so that a key is a letter and no shortcut. */
const WRITES = new Set(['text', 'search', 'number', 'tel', 'email', 'url', 'password', 'date', 'time'])

/** Whether a key belongs to a text field or a list of choices. */
export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
    || (target instanceof HTMLInputElement && WRITES.has(target.type))
}
