/** Words of a round of reviews. */
const questions = (count: number) => (count === 1 ? '1 spørsmål' : `${count} spørsmål`)

export const round = {
  title: 'Repetisjon',
  failed: 'Vi fikk ikke åpnet repetisjonen',
  nothing: 'Ingenting å repetere nå',
  nothingWhy: 'Spørsmålene kommer igjen når du er i ferd med å glemme dem. Da står de på I dag.',
  toToday: 'Til I dag',
  notHere: 'Repetisjonen er ikke lagret på telefonen',
  notHereWhy: 'Den hentes når du har nett. Deretter virker den uten.',
  why: 'Hvorfor får jeg dette?',
  lastSeen: {
    met: (day: string) => `Du møtte dette første gang ${day}, og svarte riktig.`,
    missed: (day: string) => `Du så dette sist ${day}. Da satt det ikke helt.`,
    recalled: (day: string) => `Du husket dette sist ${day}.`,
  },
  chance: (percent: number) => `Nå er det rundt ${percent} % sjanse for at du husker det.`,
  wanted: 'Et kompetansebevis du skal fornye, bygger på dette.',
  whyNow: 'Et spørsmål kommer igjen når du er i ferd med å glemme det. Da fester det seg best.',
  finish: 'Fullfør repetisjonen',
  recalled: (known: number, of: number) => `${known} av ${of} husket`,
  allRecalled: 'Alt satt.',
  someMissed: 'Det som ikke satt helt, kommer snart igjen.',
  comesBack: 'Når det kommer igjen',
  known: 'Husket.',
  practise: 'Øves mer.',
  back: (days: number) => `Kommer igjen ${days <= 1 ? 'i morgen' : days < 14 ? `om ${days} dager` : days < 60 ? `om ca. ${Math.round(days / 7)} uker` : `om ca. ${Math.round(days / 30)} måneder`}`,
  again: (count: number) => `En runde til · ${questions(count)}`,
}

export type RoundText = typeof round
