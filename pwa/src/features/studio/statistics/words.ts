/** Findings and choices in words. */
import type { CardStatistics, Finding } from '../../../api/types'
import { statistics } from '../../../text/statistics'

/** What a finding says, and what to do. */
export function told({ code, given }: Finding): string {
  return statistics().findings[code]?.(given) ?? ''
}

type Choice = CardStatistics['choices'][number]

/** What a choice is called: its own words, or too low and too high. */
export function named({ value, text }: Choice): string {
  const t = statistics()
  if (text) return text
  return value.endsWith('low') ? t.low : value.endsWith('high') ? t.high : value
}
