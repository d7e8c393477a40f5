/** Words of a round of reviews. */
import type { RoundText } from '../nb/round'

const questions = (count: number) => (count === 1 ? '1 question' : `${count} questions`)

export const round: RoundText = {
  title: 'Review',
  failed: 'We could not open the review',
  nothing: 'Nothing to review now',
  nothingWhy: 'Questions come back when you are about to forget them. Then they stand on Today.',
  toToday: 'To Today',
  notHere: 'The review is not stored on this phone',
  notHereWhy: 'It is fetched when you are online. After that it works without a network.',
  why: 'Why do I see this?',
  lastSeen: {
    met: (day) => `You first met this on ${day}, and answered right.`,
    missed: (day) => `You last saw this on ${day}. It had not quite settled.`,
    recalled: (day) => `You last recalled this on ${day}.`,
  },
  chance: (percent) => `There is about a ${percent} % chance that you remember it now.`,
  wanted: 'A certificate that you are to renew rests on this.',
  whyNow: 'A question comes back when you are about to forget it. That is when it sticks best.',
  finish: 'Finish the review',
  recalled: (known, of) => `${known} of ${of} recalled`,
  allRecalled: 'You knew all of it.',
  someMissed: 'What had not quite settled comes back soon.',
  comesBack: 'When it comes back',
  known: 'Recalled.',
  practise: 'More practice.',
  back: (days) => `Comes back ${days <= 1 ? 'tomorrow' : days < 14 ? `in ${days} days` : days < 60 ? `in about ${Math.round(days / 7)} weeks` : `in about ${Math.round(days / 30)} months`}`,
  again: (count) => `Another round · ${questions(count)}`,
}
