import type { ResultsText } from '../nb/results'

const ORDINALS = new Intl.PluralRules('en', { type: 'ordinal' })
const ENDINGS: Record<string, string> = { one: 'st', two: 'nd', few: 'rd' }
const nth = (place: number): string => `${place}${ENDINGS[ORDINALS.select(place)] ?? 'th'}`

export const results: ResultsText = {
  title: 'Week by week',
  none: 'No weeks yet',
  noneWhy: 'Your department’s places stand here once the first week has begun.',
  placed: (place, of) => `${nth(place)} of ${of}`,
  back: 'Back to Team',
  toWeeks: 'Back to all weeks',
  more: 'Show older weeks',
  map: (told) => `Map of the race: ${told}`,
  onMap: (name, percent) => `${name} ${percent}`,
  share: 'Share the result as a picture',
  shared: 'The picture is downloaded.',
  shareFailed: 'The picture could not be made on this device.',
  place: (place) => `${nth(place)} place`,
  ofClass: (of) => `of ${of} in the class`,
  summary: 'Summary',
  summaryOf: 'Department',
  ended: (name, place, of, percent) => `${name} came ${nth(place)} of ${of} in its class, with ${percent}.`,
  took: (taken, possible, unit) =>
    `${taken} of ${possible} possible ${{ module: 'posts were taken', quest: 'stages were finished', point: 'points were earned', item: 'questions were remembered' }[unit]}.`,
  won: (name, percent) => `${name} won the class with ${percent}.`,
  wonSelf: 'They won the class.',
  mean: (percent) => `The average of all was ${percent}.`,
  reveal: 'Show the standings now',
  revealWhy: 'The race is over. If you show the standings before the result is in, they may still move a little.',
  provisional: 'Provisional standings. Answers waiting for the network may still move them.',
}
