import type { CardsText } from '../nb/cards'

/** Words of the kinds of cards that are fetched when a post has them. */
export const cards: CardsText = {
  spot: (number, of) => `Spot ${number} of ${of}`,
  found: (count, of) => (count === of ? `You have found all ${of}.` : `${count} of ${of} found`),
  discoverHelp: 'Tap the spots in the picture, or use the list below.',
  look: 'See what it is',

  steps: 'The steps',
  stepOf: (number, of) => `Step ${number} of ${of}`,
  earlier: 'Previous step',
  later: 'Next step',

  sortInto: 'Goes in',
  sorted: (count, of) => `${count} of ${of} are in place`,

  fillLabel: 'Your answer',
  spelled: (form) => `We write it like this: ${form}`,

  hotspotHelp: 'Tap what you want to mark in the picture. Tap once more to take the mark away.',
  hotspotList: 'Choose from a list instead',
  marked: (number, name) => `Marked: ${number}. ${name}`,
  unmarked: (number, name) => `Mark taken away: ${number}. ${name}`,
  nothingThere: 'There is nothing to mark here. Try another place.',
  markedNow: 'Marked now',
  wronglyMarked: 'You marked this, but it does not belong',
  rightlyMarked: 'You found this',
  missed: 'This belongs too',
  leftAlone: 'Nothing to mark here',

  ungraded: 'Nothing is right or wrong here, and it gives no points.',
  turn: 'Show the answer',
  back: 'The answer',
  knew: 'I knew it',
  knewNot: 'I did not know it',
  thinkFirst: 'Think first, then look.',

  send: 'Send',
  save: 'Save',
  goOn: 'Continue',
  some: 'You may choose several.',
  words: 'Write in your own words',
  charactersLeft: (count) => (count === 1 ? '1 character left' : `${count} characters left`),
  end: (step, meaning) => `${step}, ${meaning}`,

  onlyYou: 'Only you can read this.',
  foundUnder: 'You find it under Me, in My notes.',
  notKept: 'What you write here is not kept.',
  reflection: 'Your note',
}
