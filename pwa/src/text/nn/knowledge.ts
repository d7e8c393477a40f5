/** Words of what one knows, on Meg. */
import type { KnowledgeText } from '../nb/knowledge'

export const knowledge: KnowledgeText = {
  title: 'Dette kan du',
  what: 'Di høgare topp, di meir sit. Meistra tyder rett to ulike dagar på rad.',
  of: (known, of) => `${known} av ${of} meistra`,
  share: (known, of) => `${known} av ${of}`,
  asTable: 'Vis som tabell',
  caption: 'Kor mykje som var meistra i kvart emne då veka var over',
  topic: 'Emne',
  now: 'No',
  week: (week) => `Veke ${week}`,
  mastered: 'Meistra',
  met: 'Møtt',
  growth: (first, from, last, to, of) => `Frå ${first} meistra i veke ${from} til ${last} i veke ${to}, av ${of} du har møtt`,
}
