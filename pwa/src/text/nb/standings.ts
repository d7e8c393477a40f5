/** Words of Lag. */
export const standings = {
  title: 'Lagene denne uka',
  caption: 'Avdelingene etter deltakelse denne uka',
  place: 'Plass',
  department: 'Avdeling',
  team: 'Lag',
  taken: 'Deltatt',
  sizeClass: (least: number, most: number) => `Klassen med ${least === most ? least : `${least} til ${most}`} deltakere`,
  classes: 'Avdelinger av omtrent samme størrelse konkurrerer mot hverandre. Hver klasse har sin vinner, og i en klasse er det like lett å vinne for alle.',
  yours: 'Dere',
  updated: (moment: string) => `Oppdatert ${moment}`,
  how: 'Slik regnes det ut',
  rate: 'Hver avdeling får en andel, ikke en sum: hvor mye av det som var åpent, dere har tatt. Fart teller ikke.',
  mine: (taken: number, possible: number, percent: string) =>
    `Du har tatt ${taken} av ${possible} åpne poster denne uka. Resultatet ditt er ${percent}.`,
  mineNone: 'Ingen poster var åpne for deg denne uka, så du teller ikke med ennå.',
  weight: (share: string, present: string, weight: string) =>
    `Du teller ${weight}: ${share} stilling, til stede ${present} av uka.`,
  together: (name: string, sum: string, weight: string, percent: string) =>
    `Til sammen har ${name} ${sum} av ${weight} mulige. Det er ${percent}.`,
  pulled: (mean: string, k: string) =>
    `Tall fra få mennesker svinger mye. Derfor legges ${k} tenkte deltakere med virksomhetens snitt, ${mean}, til hver avdeling.`,
  formula: 'Formelen',
  merged: (name: string, others: string) => `${name} er slått sammen med ${others}, fordi en avdeling må ha minst fem deltakere for å vises.`,
  and: 'og',
  rounded: (name: string) => `${name} har under ti deltakere. Tallet oppdateres hver time og vises i hele prosent, så ingen kan lese ut hva én person har gjort.`,
  around: 'Rundt deg',
  top: 'De tre første',
  anonymous: 'Anonym deltaker',
  you: (name: string) => `Du, ${name}`,
  youAlone: 'Du',
  peopleWeek: 'Poeng denne uka',
  notThere: 'Du står ikke på listen over personer. Avdelingen din teller deg likevel med.',
  noneYet: 'Ingen har poeng ennå denne uka.',
  settings: 'Velg alias, eller stå utenfor listene',
  empty: 'Ingen avdelinger har begynt',
  emptyWhy: 'Tavla fylles når de første postene er tatt denne uka.',
  off: 'Spillet er slått av',
  offWhy: 'Du har valgt å lære uten poeng og tavler. Det kan du endre i Meg.',
  toSettings: 'Til innstillingene',
}

export type StandingsText = typeof standings
