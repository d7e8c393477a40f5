import type { ShellText } from '../nb/shell'

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve']

function postsMore(count: number): string {
  return `${NUMBERS[count] ?? count} more ${count === 1 ? 'post' : 'posts'}`
}

function ordinal(rank: number): string {
  const tens = rank % 100
  const ending = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][rank % 10] ?? 'th')
  return `${rank}${ending}`
}

export const shell: ShellText = {
  today: 'Today',
  path: 'Path',
  team: 'Team',
  people: 'People',
  studio: 'Studio',
  me: 'Me',
  menu: 'Main menu',
  skip: 'Skip to the content',
  loading: 'Loading',
  missing: 'There is no such page',
  missingTitle: 'No path leads here',
  missingWhy: 'The address leads nowhere. Try from Today.',
  toToday: 'To Today',
  back: 'Back',
  failed: 'This did not work',
  failedWhy: 'We could not fetch the page just now. Try again in a little while.',
  offlineEmpty: 'Not fetched yet',
  offlineEmptyWhy: 'You are offline, and this is not on the phone yet. Try again when you are online.',
  retry: 'Try again',
  asOf: (moment) => `As it was ${moment}`,
  updateReady: 'A new version is ready',
  updateTake: 'Switch now',
  storageFull: 'The phone is full',
  storageFullWhy: 'Your answers are held in memory and sent when you are online. Do not close the app before they are sent.',
  storageMissing: 'The browser stores nothing',
  storageMissingWhy: 'You can play, but you need to be online. Do not close the app before your answers are sent.',
  expired: 'You are signed out',
  expiredWhy: 'Sign in again and your answers will be sent. They are safe here in the meantime.',
  signIn: 'Sign in',
  privacy: 'Privacy',
  accessibility: 'Accessibility',
  posts: (count) => (count === 1 ? '1 post' : `${count}\u00a0posts`),
  of: (done, total) => `${done} of ${total} posts`,
  points: (count) => (count === 1 ? '1 point' : `${count} points`),
  minutes: (count) => `about ${count}\u00a0min`,
  minutesLeft: (count) => `about ${count}\u00a0min left`,
  week: (week) => `Week ${week}`,
  rank: (rank) => `${ordinal(rank)} place`,
  placed: (name, rank) => `${name} is in ${ordinal(rank)}\u00a0place`,
  gap: (posts, rank) => `${postsMore(posts)} and you are number ${rank}`,
  gapPast: (posts, name) => `${postsMore(posts)} and you pass ${name}.`,
  leading: { alone: 'You are in the lead', shared: 'You share first place', level: 'Everybody is level' },
}
