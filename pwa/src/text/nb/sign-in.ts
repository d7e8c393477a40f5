/** Words of the sign-in screen. */
export const signIn = {
  title: 'Hei! Klar for en ny tur?',
  again: 'Logg inn igjen',
  organisation: 'Virksomhet',
  organisationHelp: 'Koden du har fått av lederen din',
  employeeNumber: 'Ansattnummer',
  pin: 'PIN, minst 6 siffer',
  shared: 'Dette er en delt enhet',
  sharedHelp: 'Alt om deg slettes herfra når du logger ut.',
  submit: 'Logg inn',
  working: 'Logger inn',
  forgotten: 'Glemt PIN? Lederen din kan lage en ny på et øyeblikk.',
  language: 'Språk',
  missing: { organisation: 'Skriv koden til virksomheten.', employee_number: 'Skriv ansattnummeret ditt.', pin: 'PIN-en har minst 6 siffer.' },
  wrong: 'Virksomhet, ansattnummer og PIN passer ikke sammen. Se over, og prøv igjen.',
  tooMany: (minutes: number) =>
    minutes === 1 ? 'For mange forsøk. Prøv igjen om ett minutt.' : `For mange forsøk. Prøv igjen om ${minutes} minutter.`,
  offline: 'Du må ha nett for å logge inn. Prøv igjen når du har det.',
  failed: 'Innloggingen virker ikke akkurat nå. Prøv igjen om litt.',
  sealed: (count: number) =>
    count === 1 ? 'Ett svar ligger forseglet her og sendes når det er nett.' : `${count} svar ligger forseglet her og sendes når det er nett.`,
}

export type SignInText = typeof signIn
