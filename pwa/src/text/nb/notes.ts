/** Words of one's own notes. */
export const notes = {
  title: 'Mine notater',
  why: 'Det du har skrevet til deg selv i poster',
  onlyYou: 'Bare du kan lese dette. Ingen leder og ingen kollega ser det.',
  none: 'Ingen notater ennå',
  noneWhy: 'Noen poster spør hva du tenker. Det du svarer da, ligger her.',
  remove: 'Slett notatet',
  sure: 'Slette notatet? Det kan ikke hentes tilbake.',
  yes: 'Ja, slett',
  keep: 'Behold',
  removed: 'Notatet er slettet.',
  offline: 'Du må ha nett for å slette.',
  failed: 'Notatet ble ikke slettet. Prøv igjen om litt.',
  waiting: 'Det du har skrevet uten nett, kommer hit når det er sendt.',
  more: 'Vis flere',
}

export type NotesText = typeof notes
