/** Words of the frame around the screens, and those several screens share. */
export const shell = {
  today: 'I dag',
  path: 'Løype',
  team: 'Lag',
  people: 'Folk',
  studio: 'Studio',
  me: 'Meg',
  menu: 'Hovedmeny',
  skip: 'Hopp til innholdet',
  loading: 'Henter',
  missing: 'Siden finnes ikke',
  missingTitle: 'Her går det ingen løype',
  missingWhy: 'Adressen fører ikke noe sted. Prøv fra I\u00a0dag.',
  toToday: 'Til I dag',
  back: 'Tilbake',
  failed: 'Dette gikk ikke',
  failedWhy: 'Vi fikk ikke hentet siden akkurat nå. Prøv igjen om litt.',
  offlineEmpty: 'Ikke hentet ennå',
  offlineEmptyWhy: 'Du er uten nett, og dette ligger ikke på telefonen ennå. Prøv igjen når du har nett.',
  retry: 'Prøv igjen',
  asOf: (moment: string) => `Slik det var ${moment}`,
  updateReady: 'Ny versjon er klar',
  updateTake: 'Bytt nå',
  storageFull: 'Telefonen er full',
  storageFullWhy: 'Svarene dine holdes i minnet og sendes når du har nett. Ikke lukk appen før de er sendt.',
  storageMissing: 'Nettleseren lagrer ingenting',
  storageMissingWhy: 'Du kan spille, men trenger nett. Ikke lukk appen før svarene er sendt.',
  expired: 'Du er logget ut',
  expiredWhy: 'Logg inn igjen, så sendes svarene dine. De ligger trygt her så lenge.',
  signIn: 'Logg inn',
  privacy: 'Personvern',
  accessibility: 'Tilgjengelighet',
  posts: (count: number) => (count === 1 ? '1 post' : `${count}\u00a0poster`),
  of: (done: number, total: number) => `${done} av ${total} poster`,
  points: (count: number) => `${count} poeng`,
  minutes: (count: number) => `ca. ${count}\u00a0min`,
  minutesLeft: (count: number) => `ca. ${count}\u00a0min igjen`,
  week: (week: number) => `Uke ${week}`,
  rank: (rank: number) => `${rank}. plass`,
  placed: (name: string, rank: number) => `${name} er på ${rank}.\u00a0plass`,
  /** The gap to the next place, in words. */
  gap: (posts: number, rank: number) =>
    posts === 1 ? `Én post til, så er dere nr.\u00a0${rank}` : `${capital(counted(posts))} poster til, så er dere nr.\u00a0${rank}`,
  gapPast: (posts: number, name: string) =>
    posts === 1 ? `Én post til, så er dere forbi ${name}.` : `${capital(counted(posts))} poster til, så er dere forbi ${name}.`,
  leading: { alone: 'Dere ligger først', shared: 'Dere deler førsteplassen', level: 'Alle står likt' },
}

const NUMBERS = ['ingen', 'én', 'to', 'tre', 'fire', 'fem', 'seks', 'sju', 'åtte', 'ni', 'ti', 'elleve', 'tolv']

function counted(count: number): string {
  return NUMBERS[count] ?? String(count)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export type ShellText = typeof shell
