/** Words about what this device may do: roles that wait for it, and passkeys. */
export const device = {
  waiting: (roles: string) => `Du er ${roles}, men ikke på denne enheten ennå`,
  waitingWhy: 'PIN alene er ikke nok til å se andres opplysninger. Så lenge er du inne som deltaker.',
  waitingDo: 'Be en leder over deg eller en administrator lage en QR-kode til deg, og åpne den her. Har du en passnøkkel, kan du logge inn med den.',
  roles: { leader: 'leder', editor: 'redaktør', admin: 'administrator' } as Record<string, string>,
  and: ' og ',
  passkeys: 'Passnøkkel',
  passkeysWhy: 'Logg inn med fingeravtrykk, ansikt eller skjermlås i stedet for ansattnummer og PIN. Du velger selv.',
  make: 'Lag passnøkkel på denne enheten',
  making: 'Følg det som står på skjermen',
  made: 'Passnøkkelen er laget.',
  letBe: 'Det ble ikke laget noen passnøkkel.',
  failed: 'Det gikk ikke. Prøv igjen.',
  needsNet: 'Dette trenger nett. Ingenting er endret.',
  madeAt: (moment: string) => `Laget ${moment}`,
  usedAt: (moment: string) => `Brukt sist ${moment}`,
  neverUsed: 'Ikke brukt ennå',
  remove: 'Fjern',
  removeNamed: (moment: string) => `Fjern passnøkkelen laget ${moment}`,
  signIn: 'Logg inn med passnøkkel',
  signInRefused: 'Passnøkkelen åpner ikke noe her. Bruk ansattnummer og PIN.',
}

export type DeviceText = typeof device
