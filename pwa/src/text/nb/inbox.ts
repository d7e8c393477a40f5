/** Words of the inbox: what has been told, why, and why then. */
export const inbox = {
  title: 'Innboks',
  link: (unread: number) => (unread > 0 ? `Innboks, ${unread} ${unread === 1 ? 'ny' : 'nye'}` : 'Innboks'),
  new: 'Ny',
  news: (count: number) => (count === 1 ? '1 ny' : `${count} nye`),
  emptyTitle: 'Ingenting her ennå',
  emptyWhy: 'Når en etappe åpner eller en frist nærmer seg, står det her. Også om telefonen ikke varsler.',
  opened: (titles: readonly string[]) =>
    titles.length === 1 ? `Etappen «${titles[0]}» er åpen` : `${titles.length} etapper er åpne`,
  reminder: (titles: readonly string[]) =>
    titles.length === 1 ? `«${titles[0]}» er fortsatt åpen` : `${titles.length} etapper er fortsatt åpne`,
  deadline: (titles: readonly string[]) => (titles.length === 1 ? `Frist for «${titles[0]}»` : `Frist for ${titles.length} etapper`),
  certificate: (title: string) => `Beviset for «${title}» går ut`,
  certificateUntil: (day: string) => `Gyldig til og med ${day}`,
  helpAsked: 'En kollega spør om hjelp',
  helpAnswered: 'Du har fått svar fra en kollega',
  other: 'Beskjed fra Løype',
  openUntil: (until: string) => `Åpen ${until}`,
  due: (day: string) => `Skal være i mål innen ${day}`,
  over: 'Uka er over. Du kan fortsatt ta postene.',
  go: 'Gå dit',
  goTo: (title: string) => `Gå til «${title}»`,
  why: 'Hvorfor ser jeg dette?',
  whys: {
    quest_opened: (paths: string) => `Du er med i løypa ${paths}, og en ny etappe åpnet.`,
    reminder: (paths: string) => `Du er med i løypa ${paths}, og hadde poster igjen i en åpen etappe.`,
    deadline: (paths: string) => `Løypa ${paths} er obligatorisk og har en frist.`,
    certificate: () => 'Kravet gjelder deg, og beviset ditt kan fornyes. Det du skal huske, kommer først i repetisjonene.',
    help_asked: () => 'Du er ressursperson i avdelingen som fikk spørsmålet.',
    help_answered: () => 'Du spurte en kollega, og noen har svart.',
  } as Record<string, (paths: string) => string>,
  byHabit: (hour: number) => `Vi valgte kl. ${hour} etter når du pleier å spille.`,
  byDefault: (hour: number) => `Vi valgte kl. ${hour}, siden vi ikke vet når du pleier å spille.`,
  notPushed: 'Det ble ikke sendt til noen telefon, bare lagt her.',
  quiet: 'Vi varsler aldri mellom kl. 21 og 06.',
  change: 'Endre varsler',
  older: 'Vis eldre',
  and: (names: readonly string[]) => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} og ${names.at(-1)}`),
}

export type InboxText = typeof inbox
