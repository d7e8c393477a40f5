/** What the screens of statistics decide without a screen. */
import type { CardStatistics } from '../../../api/types'

/** Between these shares right at the first try a card is fittingly hard. */
export const FIT = { from: 0.6, to: 0.9 }

export function fitOf(right: number): 'hard' | 'fit' | 'easy' {
  return right < FIT.from ? 'hard' : right > FIT.to ? 'easy' : 'fit'
}

/** In words how well a card tells those who know from those who do not. */
export function tellingOf(discrimination: number): 'well' | 'some' | 'not' | 'wrongly' {
  if (discrimination < -0.1) return 'wrongly'
  return discrimination >= 0.3 ? 'well' : discrimination >= 0.1 ? 'some' : 'not'
}

export type Step = { label: number | null; people: number; stopped: number }

/** The way through a post: how many came to each card, and to the end. Null where too few have begun. */
export function stepsOf(cards: readonly CardStatistics[], ended: number | null): Step[] | null {
  if (ended === null || cards.length === 0 || cards.some(({ reached }) => reached === null)) return null
  const steps = cards.map(({ number, reached, stopped }) => ({ label: number, people: reached ?? 0, stopped: stopped ?? 0 }))
  return [...steps, { label: null, people: ended, stopped: 0 }]
}

/** The card at which most stopped; null where nobody did. */
export function worstOf(steps: readonly Step[]): Step | null {
  const worst = steps.reduce<Step | null>((most, step) => (step.stopped > (most?.stopped ?? 0) ? step : most), null)
  return worst
}

/** The outline of the steps in a picture `width` a step wide and `height` high, from zero at its foot. */
export function outline(steps: readonly Step[], width: number, height: number): string {
  const most = Math.max(1, ...steps.map(({ people }) => people))
  const y = (people: number) => Math.round((height - (people / most) * height) * 100) / 100
  return steps.map(({ people }, at) => `${at === 0 ? 'M' : 'L'}${at * width} ${y(people)}H${(at + 1) * width}`).join('')
}

/** Where the most stopped: from one step's height down to the next one's. */
export function drop(steps: readonly Step[], width: number, height: number): string | null {
  const worst = worstOf(steps)
  const at = worst ? steps.indexOf(worst) : -1
  const next = steps[at + 1]
  if (!worst || !next) return null
  const most = Math.max(1, ...steps.map(({ people }) => people))
  const y = (people: number) => Math.round((height - (people / most) * height) * 100) / 100
  return `M${(at + 1) * width} ${y(worst.people)}V${y(next.people)}`
}
