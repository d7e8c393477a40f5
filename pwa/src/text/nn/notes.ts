import type { NotesText } from '../nb/notes'

/** Words of one's own notes. */
export const notes: NotesText = {
  title: 'Notata mine',
  why: 'Det du har skrive til deg sjølv i postar',
  onlyYou: 'Berre du kan lese dette. Ingen leiar og ingen kollega ser det.',
  none: 'Ingen notat enno',
  noneWhy: 'Nokre postar spør kva du tenkjer. Det du svarar då, ligg her.',
  remove: 'Slett notatet',
  sure: 'Slette notatet? Det kan ikkje hentast tilbake.',
  yes: 'Ja, slett',
  keep: 'Behald',
  removed: 'Notatet er sletta.',
  offline: 'Du må ha nett for å slette.',
  failed: 'Notatet vart ikkje sletta. Prøv igjen om litt.',
  waiting: 'Det du har skrive utan nett, kjem hit når det er sendt.',
  more: 'Vis fleire',
}
