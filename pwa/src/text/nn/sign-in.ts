import type { SignInText } from '../nb/sign-in'

export const signIn: SignInText = {
  title: 'Hei! Klar for ein ny tur?',
  again: 'Logg inn att',
  organisation: 'Verksemd',
  organisationHelp: 'Koden du har fått av leiaren din',
  employeeNumber: 'Tilsettnummer',
  pin: 'PIN, minst 6 siffer',
  shared: 'Dette er ei delt eining',
  sharedHelp: 'Alt om deg blir sletta herifrå når du loggar ut.',
  submit: 'Logg inn',
  working: 'Loggar inn',
  forgotten: 'Gløymt PIN? Leiaren din kan lage ein ny på ein augneblink.',
  language: 'Språk',
  missing: { organisation: 'Skriv koden til verksemda.', employee_number: 'Skriv tilsettnummeret ditt.', pin: 'PIN-en har minst 6 siffer.' },
  wrong: 'Verksemd, tilsettnummer og PIN passar ikkje saman. Sjå over, og prøv igjen.',
  tooMany: (minutes) => (minutes === 1 ? 'For mange forsøk. Prøv igjen om eitt minutt.' : `For mange forsøk. Prøv igjen om ${minutes} minutt.`),
  offline: 'Du må ha nett for å logge inn. Prøv igjen når du har det.',
  failed: 'Innlogginga verkar ikkje akkurat no. Prøv igjen om litt.',
  sealed: (count) =>
    count === 1 ? 'Eitt svar ligg forsegla her og blir sendt når det er nett.' : `${count} svar ligg forsegla her og blir sende når det er nett.`,
}
