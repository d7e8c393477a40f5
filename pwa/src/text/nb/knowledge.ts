/** Words of what one knows, on Meg. */
export const knowledge = {
  title: 'Dette kan du',
  what: 'Jo høyere topp, jo mer sitter. Mestret betyr riktig to ulike dager på rad.',
  of: (known: number, of: number) => `${known} av ${of} mestret`,
  share: (known: number, of: number) => `${known} av ${of}`,
  asTable: 'Vis som tabell',
  caption: 'Hvor mye som var mestret i hvert emne da uka var over',
  topic: 'Emne',
  now: 'Nå',
  week: (week: number) => `Uke ${week}`,
  mastered: 'Mestret',
  met: 'Møtt',
  growth: (first: number, from: number, last: number, to: number, of: number) =>
    `Fra ${first} mestret i uke ${from} til ${last} i uke ${to}, av ${of} du har møtt`,
}

export type KnowledgeText = typeof knowledge
