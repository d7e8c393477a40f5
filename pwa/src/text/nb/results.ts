/** Words of what has been: week by week, and a result as a picture. */
export const results = {
  title: 'Uke for uke',
  none: 'Ingen uker ennå',
  noneWhy: 'Her står plassen til avdelingen din når den første uka har begynt.',
  placed: (place: number, of: number) => `${place}. plass av ${of}`,
  back: 'Til Lag',
  toWeeks: 'Til alle ukene',
  more: 'Vis eldre uker',
  map: (told: string) => `Kart over løpet: ${told}`,
  onMap: (name: string, percent: string) => `${name} ${percent}`,
  share: 'Del resultatet som bilde',
  shared: 'Bildet er lastet ned.',
  shareFailed: 'Bildet kunne ikke lages på denne enheten.',
  place: (place: number) => `${place}. plass`,
  ofClass: (of: number) => `av ${of} i klassen`,
  summary: 'Oppsummering',
  summaryOf: 'Avdeling',
  ended: (name: string, place: number, of: number, percent: string) => `${name} endte på ${place}. plass av ${of} i sin klasse, med ${percent}.`,
  took: (taken: string, possible: string, unit: 'module' | 'quest' | 'point' | 'item') =>
    `${taken} av ${possible} mulige ${{ module: 'poster ble tatt', quest: 'etapper ble fullført', point: 'poeng ble tjent', item: 'spørsmål ble husket' }[unit]}.`,
  won: (name: string, percent: string) => `${name} vant klassen med ${percent}.`,
  wonSelf: 'De vant klassen.',
  mean: (percent: string) => `Snittet for alle var ${percent}.`,
  reveal: 'Vis stillingen nå',
  revealWhy: 'Løpet er over. Viser du stillingen før resultatet kommer, kan den ennå endre seg litt.',
  provisional: 'Foreløpig stilling. Svar som venter på nett, kan ennå endre den.',
}

export type ResultsText = typeof results
