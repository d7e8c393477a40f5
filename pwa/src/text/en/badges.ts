import type { BadgesText } from '../nb/badges'

export const badges: BadgesText = {
  row: (weeks) => (weeks === 1 ? '1 week in a row' : `${weeks} weeks in a row`),
  noRow: 'Weeks in a row',
  noRowWhy: 'The row begins in the week you meet your weekly goal.',
  goal: { one: 'Goal: one post', half: 'Goal: half the week', all: 'Goal: the whole week' },
  met: 'You have met your weekly goal.',
  open: (done, need) => `${done} of ${need} ${need === 1 ? 'post' : 'posts'} this week.`,
  rest: 'The row rests this week.',
  reserves: (left) =>
    left === 0
      ? 'Next quarter you have two free weeks again.'
      : left === 1 ? 'You have one free week this quarter. The row goes on across it.' : 'You have two free weeks this quarter. The row goes on across them.',
  recent: 'The last seven weeks',
  week: (week) => `Week ${week}`,
  weekStates: { met: 'goal met', rest: 'unmarked', now: 'under way' },
  title: 'Badges',
  count: (earned) => (earned === 1 ? '1 badge' : `${earned} badges`),
  ahead: 'not yet',
  hidden: (count) => (count === 1 ? '1 hidden badge shows itself when you earn it.' : `${count} hidden badges show themselves when you earn them.`),
  earnedOn: (day) => `You earned it on ${day}.`,
  howTo: 'How to earn it:',
  download: 'Download digital badge',
  downloadWhy: 'A signed file in the Open Badges 3.0 format. Others can check that it is genuine, even offline.',
  check: 'Check a certificate',
  making: 'Making the file',
  saved: 'The file has been downloaded.',
  needsNet: 'This needs a network. Try again when you have one.',
  failed: 'That did not work. Try again.',
  close: 'Close',
  earned: (title) => `New badge: ${title}`,
  earnedWhere: 'You find it on Me.',
}
