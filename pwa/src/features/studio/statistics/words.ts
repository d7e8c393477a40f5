/** Findings and choices in words. */
import type { CardStatistics, Finding } from '../../../api/types'
import { statistics } from '../../../text/statistics'

/** What a finding says, and what to do. */
export function told({ code, given }: Finding): string {
  return statistics().findings[code]?.(given.text === undefined ? given : { ...given, text: bare(String(given.text)) }) ?? ''
}

/** A text that is somebody's words as a whole, without its own marks, since it is put between marks. */
export function bare(text: string): string {
  return text.replace(/^[«“"]([^«»“”"]*)[»”"]$/, '$1')
}

type Choice = CardStatistics['choices'][number]

/** What a choice is called: its own words, or too low and too high. */
export function named({ value, text }: Choice): string {
  const t = statistics()
  if (text) return text
  return value.endsWith('low') ? t.low : value.endsWith('high') ? t.high : value
}
