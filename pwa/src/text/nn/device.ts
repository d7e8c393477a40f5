import type { DeviceText } from '../nb/device'

export const device: DeviceText = {
  waiting: (roles) => `Du er ${roles}, men ikkje på denne eininga enno`,
  waitingWhy: 'PIN åleine er ikkje nok til å sjå opplysningane til andre. Så lenge er du inne som deltakar.',
  waitingDo: 'Be ein leiar over deg eller ein administrator lage ein QR-kode til deg, og opne han her. Har du ein passnøkkel, kan du logge inn med han.',
  roles: { leader: 'leiar', editor: 'redaktør', admin: 'administrator' },
  and: ' og ',
  passkeys: 'Passnøkkel',
  passkeysWhy: 'Logg inn med fingeravtrykk, ansikt eller skjermlås i staden for tilsettnummer og PIN. Du vel sjølv.',
  make: 'Lag passnøkkel på denne eininga',
  making: 'Følg det som står på skjermen',
  made: 'Passnøkkelen er laga.',
  letBe: 'Det blei ikkje laga nokon passnøkkel.',
  failed: 'Det gjekk ikkje. Prøv igjen.',
  needsNet: 'Dette treng nett. Ingenting er endra.',
  madeAt: (moment) => `Laga ${moment}`,
  usedAt: (moment) => `Brukt sist ${moment}`,
  neverUsed: 'Ikkje brukt enno',
  remove: 'Fjern',
  removeNamed: (moment) => `Fjern passnøkkelen laga ${moment}`,
  signIn: 'Logg inn med passnøkkel',
  signInRefused: 'Passnøkkelen opnar ikkje noko her. Bruk tilsettnummer og PIN.',
}
