import type { ShellText } from '../nb/shell'

const NUMBERS = ['ingen', 'éin', 'to', 'tre', 'fire', 'fem', 'seks', 'sju', 'åtte', 'ni', 'ti', 'elleve', 'tolv']

function postsMore(count: number): string {
  const word = NUMBERS[count] ?? String(count)
  return count === 1 ? 'Éin post til' : `${word.charAt(0).toUpperCase()}${word.slice(1)} postar til`
}

export const shell: ShellText = {
  today: 'I dag',
  path: 'Løype',
  team: 'Lag',
  people: 'Folk',
  studio: 'Studio',
  me: 'Meg',
  menu: 'Hovudmeny',
  skip: 'Hopp til innhaldet',
  loading: 'Hentar',
  missing: 'Sida finst ikkje',
  missingTitle: 'Her går det inga løype',
  missingWhy: 'Adressa fører ingen stad. Prøv frå I\u00a0dag.',
  toToday: 'Til I dag',
  back: 'Tilbake',
  failed: 'Dette gjekk ikkje',
  failedWhy: 'Vi fekk ikkje henta sida akkurat no. Prøv igjen om litt.',
  offlineEmpty: 'Ikkje henta enno',
  offlineEmptyWhy: 'Du er utan nett, og dette ligg ikkje på telefonen enno. Prøv igjen når du har nett.',
  retry: 'Prøv igjen',
  asOf: (moment) => `Slik det var ${moment}`,
  updateReady: 'Ny versjon er klar',
  updateTake: 'Byt no',
  storageFull: 'Telefonen er full',
  storageFullWhy: 'Svara dine blir haldne i minnet og sende når du har nett. Ikkje lukk appen før dei er sende.',
  storageMissing: 'Nettlesaren lagrar ingenting',
  storageMissingWhy: 'Du kan spele, men treng nett. Ikkje lukk appen før svara er sende.',
  expired: 'Du er logga ut',
  expiredWhy: 'Logg inn att, så blir svara dine sende. Dei ligg trygt her så lenge.',
  signIn: 'Logg inn',
  privacy: 'Personvern',
  accessibility: 'Tilgjenge',
  posts: (count) => (count === 1 ? '1 post' : `${count}\u00a0postar`),
  of: (done, total) => `${done} av ${total} postar`,
  points: (count) => `${count} poeng`,
  minutes: (count) => `ca. ${count}\u00a0min`,
  minutesLeft: (count) => `ca. ${count}\u00a0min igjen`,
  week: (week) => `Veke ${week}`,
  rank: (rank) => `${rank}. plass`,
  placed: (name, rank) => `${name} er på ${rank}.\u00a0plass`,
  gap: (posts, rank) => `${postsMore(posts)}, så er de nr.\u00a0${rank}`,
  gapPast: (posts, name) => `${postsMore(posts)}, så er de forbi ${name}.`,
  leading: { alone: 'De ligg først', shared: 'De deler førsteplassen', level: 'Alle står likt' },
}
