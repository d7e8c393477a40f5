/** How large and how long something is, in words. */
import type { Language } from '../api/types'

/** "340 kB", "1,2 MB". */
export function sizeOf(bytes: number, language: Language): string {
  const [value, unit] = bytes < 1_000_000 ? [Math.ceil(bytes / 1000), 'kB'] : [Math.round(bytes / 100_000) / 10, 'MB']
  return `${new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'nb-NO').format(value)} ${unit}`
}

/** "0:42", "2:05". */
export function lengthOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`
}
