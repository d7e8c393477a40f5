/** Whether a word was forgiven its spelling. */
import type { FillCard, Response } from '../../../rules/cards'
import { accepted, plain } from '../../../rules/spelling'

/** How a word is written that was taken for right though it was written otherwise; null where nothing was forgiven. */
export function forgivenAs(card: FillCard, response: Response): string | null {
  if (typeof response !== 'string') return null
  const form = accepted(response, card)
  return form !== null && plain(form) !== plain(response) ? form : null
}
