/** Words of what one knows, on Meg. */
import type { KnowledgeText } from '../nb/knowledge'

export const knowledge: KnowledgeText = {
  title: 'This is what you know',
  what: 'The higher the hill, the more has settled. Mastered means right on two different days in a row.',
  of: (known, of) => `${known} of ${of} mastered`,
  share: (known, of) => `${known} of ${of}`,
  asTable: 'Show as a table',
  caption: 'How much was mastered in each topic when the week was over',
  topic: 'Topic',
  now: 'Now',
  week: (week) => `Week ${week}`,
  mastered: 'Mastered',
  met: 'Met',
  growth: (first, from, last, to, of) => `From ${first} mastered in week ${from} to ${last} in week ${to}, of ${of} that you have met`,
}
