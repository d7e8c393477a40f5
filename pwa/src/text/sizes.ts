/** How large and how long something is, in words. */
import type { Language } from '../api/types'

/** "340 kB", "1,2 MB", "10,7 GB". */
export function sizeOf(bytes: number, language: Language): string {
  const write = (value: number) => new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'nb-NO', { maximumFractionDigits: 1 }).format(value)
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1000)} kB`
  return bytes < 1_000_000_000 ? `${write(bytes / 1_000_000)} MB` : `${write(bytes / 1_000_000_000)} GB`
}

/** "0:42", "2:05". */
export function lengthOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`
}
