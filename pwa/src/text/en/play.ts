import type { PlayText } from '../nb/play'

const posts = (count: number) => (count === 1 ? 'one post' : `${count} posts`)

/** Words of the player. */
export const play: PlayText = {
  close: 'Close. You continue here next time',
  closeDone: 'Close',
  step: (number, of) => `Card ${number} of ${of}`,
  stepAgain: (number, of) => `Card ${number} of ${of}, once more`,
  listen: 'Read aloud',
  listenStop: 'Stop reading aloud',
  loading: 'Fetching the post',

  answer: 'Answer',
  next: 'Next',
  read: 'Continue',
  finish: 'Punch the post',
  again: 'You met this question earlier. Here it is again.',
  chooseMany: 'More than one answer may be right.',
  orderHelp: 'Move with the arrows until the order is right.',
  moveUp: (text) => `Move up: ${text}`,
  moveDown: (text) => `Move down: ${text}`,
  movedTo: (text, place, of) => `${text} is now number ${place} of ${of}`,
  pairWith: 'Belongs with',
  numberLabel: 'Your answer',
  missing: {
    choose: 'Choose an answer first.',
    choose_some: 'Choose at least one answer first.',
    move: 'Move at least one thing first.',
    pair: 'Choose something for each one first.',
    number: 'Write a number first.',
    not_number: 'Write the answer in figures only, for example 4.5.',
  },

  right: 'Right',
  wrong: 'Not quite. Here is why.',
  comesAgain: 'The question comes again at the end.',
  comesAgainSoon: 'The question comes again straight away.',
  yours: 'Your answer',
  yoursRight: 'Your answer, and it is right',
  safest: 'Safest',
  alsoRight: 'Belongs here too',
  correct: 'Right',
  inPlace: 'In the right place',
  placedAt: (place) => `You put it as number ${place}`,
  within: (low, high) => `Anything from ${low} to ${high} is right`,

  punched: (number) => (number === null ? 'The post is punched!' : `Post ${number} is punched!`),
  left: (count) => (count === 0 ? 'the whole stage is done' : `${posts(count)} left in the stage`),
  card: (week) => (week === null ? 'Start card' : `Start card · week ${week}`),
  of: (done, total) => `${done} of ${total}`,
  cardLabel: (done, total) => `Start card, ${done} of ${total} punched`,
  postDone: (number) => `Post ${number} punched`,
  postNow: (number) => `Post ${number} punched now`,
  postOpen: (number) => `Post ${number} open`,
  takeaways: 'What you take with you',
  points: 'Points for the post',
  entry: (kind, count) => {
    if (kind === 'exercise_first') return `${count} right at the first try`
    if (kind === 'exercise_later') return `${count} right at a later try`
    if (kind === 'module') return 'The post is done'
    if (kind === 'quest') return 'The whole stage in its week'
    if (kind === 'quest_late') return 'The whole stage'
    return 'Other points'
  },
  total: 'In all',
  waiting: 'Waiting for network',
  safeHere: 'Your answers are safe on the phone.',
  estimated: 'The points are an estimate until they are counted.',
  counting: 'Counting points',
  noNewPoints: 'No new points this time.',
  tooQuick: 'Answers that came quicker than the text can be read give no points.',
  replay: 'You have done this post before. Doing it again gives no points, but it stays with you better.',
  refused: 'The answers could not be counted. You find them under Me.',
  timeAdjusted: 'The clock of the phone was off, so the answers count from when they arrived.',
  firstTries: (right, of) => `${right} of ${of} right at the first try`,
  sources: 'Sources',
  nextPost: (number) => `Take post ${number}`,
  nextAbout: (title, minutes) => `${title} · ${minutes} min`,
  doneForNow: 'Done for now',

  notHere: 'This post is not stored on the phone',
  notHereWhy: 'It is fetched when you have network. Posts you have opened before work without.',
  failed: 'We could not open the post',
  failedWhy: 'It is nothing you did. Please try once more.',
  retry: 'Try again',
  back: 'Back',
  resumedHere: 'You continue where you left off.',
  restart: 'Start again',
  changed: 'The post has changed since last time, so you start from the beginning.',
  notKept: 'The phone cannot store anything now. You can play on, but your place is not remembered.',
  notSent: 'The phone cannot store anything now. Keep the app open until your answers are sent.',
  fullTitle: 'We stop here for now',
  fullWhy: 'You have tried many times, and your answers are kept. Feel free to start again when it suits you.',

  trials: {
    taste: { before: 'This is a taste. Nothing is saved, and it earns no points.', after: 'That was the taste' },
    look: { before: 'You are looking at the post as an editor. Nothing is saved.', after: 'This is how the post ends' },
    first: { before: 'A practice post of one minute. Your answers are not kept.', after: 'Now you know Løype' },
    practice: { before: 'A practice post of one minute. Your answers are not kept.', after: 'Now you know Løype' },
  },
  passOver: 'Skip',
  toWeek: 'Go to this week’s stage',
  foundAgain: 'You find it again under Me.',
  nothingKept: 'Nothing of this is saved.',
  trialFinish: 'Done',
}
