import type { ResultsText } from '../nb/results'

export const results: ResultsText = {
  title: 'Veke for veke',
  none: 'Ingen veker enno',
  noneWhy: 'Her står plassen til avdelinga di når den første veka har byrja.',
  placed: (place, of) => `${place}. plass av ${of}`,
  back: 'Til Lag',
  toWeeks: 'Til alle vekene',
  more: 'Vis eldre veker',
  map: (told) => `Kart over løpet: ${told}`,
  onMap: (name, percent) => `${name} ${percent}`,
  share: 'Del resultatet som bilete',
  shared: 'Biletet er lasta ned.',
  shareFailed: 'Biletet kunne ikkje lagast på denne eininga.',
  place: (place) => `${place}. plass`,
  ofClass: (of) => `av ${of} i klassen`,
  summary: 'Oppsummering',
  summaryOf: 'Avdeling',
  ended: (name, place, of, percent) => `${name} enda på ${place}. plass av ${of} i klassen sin, med ${percent}.`,
  took: (taken, possible, unit) =>
    `${taken} av ${possible} moglege ${{ module: 'postar vart tekne', quest: 'etappar vart fullførte', point: 'poeng vart tente', item: 'spørsmål vart hugsa' }[unit]}.`,
  won: (name, percent) => `${name} vann klassen med ${percent}.`,
  wonSelf: 'Dei vann klassen.',
  mean: (percent) => `Snittet for alle var ${percent}.`,
  reveal: 'Vis stillinga no',
  revealWhy: 'Løpet er over. Viser du stillinga før resultatet kjem, kan ho enno endre seg litt.',
  provisional: 'Førebels stilling. Svar som ventar på nett, kan enno endre ho.',
}
