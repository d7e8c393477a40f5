/** Words of the player. */
const posts = (count: number) => (count === 1 ? 'én post' : `${count} poster`)

export const play = {
  close: 'Lukk. Du fortsetter her neste gang',
  closeDone: 'Lukk',
  step: (number: number, of: number) => `Kort ${number} av ${of}`,
  stepAgain: (number: number, of: number) => `Kort ${number} av ${of}, en gang til`,
  listen: 'Les opp',
  listenStop: 'Stopp opplesingen',
  loading: 'Henter posten',

  answer: 'Svar',
  next: 'Neste',
  read: 'Videre',
  finish: 'Stemple posten',
  again: 'Dette spørsmålet fikk du tidligere. Nå kommer det igjen.',
  chooseMany: 'Flere svar kan være riktige.',
  orderHelp: 'Flytt med pilene til rekkefølgen stemmer.',
  moveUp: (text: string) => `Flytt opp: ${text}`,
  moveDown: (text: string) => `Flytt ned: ${text}`,
  movedTo: (text: string, place: number, of: number) => `${text} er nå nummer ${place} av ${of}`,
  pairWith: 'Hører sammen med',
  numberLabel: 'Ditt svar',
  missing: {
    choose: 'Velg et svar først.',
    choose_some: 'Velg minst ett svar først.',
    move: 'Flytt på minst én ting først.',
    pair: 'Velg noe til alle først.',
    number: 'Skriv et tall først.',
    not_number: 'Skriv svaret med bare tall, for eksempel 4,5.',
  },

  right: 'Riktig',
  wrong: 'Ikke helt. Her er hvorfor.',
  comesAgain: 'Spørsmålet kommer igjen på slutten.',
  comesAgainSoon: 'Spørsmålet kommer igjen med en gang.',
  yours: 'Ditt svar',
  yoursRight: 'Ditt svar, og det er riktig',
  safest: 'Tryggest',
  alsoRight: 'Hører også med',
  correct: 'Riktig',
  inPlace: 'På rett plass',
  placedAt: (place: number) => `Du satte den som nummer ${place}`,
  within: (low: string, high: string) => `Alt fra ${low} til ${high} er riktig`,

  punched: (number: number | null) => (number === null ? 'Posten er stemplet!' : `Post ${number} er stemplet!`),
  left: (count: number) => (count === 0 ? 'hele etappen er gått' : `${posts(count)} igjen i etappen`),
  card: (week: number | null) => (week === null ? 'Startkort' : `Startkort · uke ${week}`),
  of: (done: number, total: number) => `${done} av ${total}`,
  cardLabel: (done: number, total: number) => `Startkort, ${done} av ${total} stemplet`,
  postDone: (number: number) => `Post ${number} stemplet`,
  postNow: (number: number) => `Post ${number} stemplet nå`,
  postOpen: (number: number) => `Post ${number} åpen`,
  takeaways: 'Dette tar du med deg',
  points: 'Poeng for posten',
  entry: (kind: string, count: number) => {
    if (kind === 'exercise_first') return count === 1 ? '1 riktig på første forsøk' : `${count} riktige på første forsøk`
    if (kind === 'exercise_later') return count === 1 ? '1 riktig på nytt forsøk' : `${count} riktige på nytt forsøk`
    if (kind === 'module') return 'Posten er gjennomført'
    if (kind === 'quest') return 'Hele etappen i riktig uke'
    if (kind === 'quest_late') return 'Hele etappen'
    return 'Andre poeng'
  },
  total: 'Til sammen',
  waiting: 'Venter på nett',
  safeHere: 'Svarene ligger trygt på telefonen.',
  estimated: 'Poengene er et anslag til de er talt.',
  counting: 'Teller poeng',
  noNewPoints: 'Denne gangen ga ingen nye poeng.',
  tooQuick: 'Svar som kom raskere enn teksten kan leses, gir ingen poeng.',
  replay: 'Du har gått denne posten før. Repetisjon gir ingen poeng, men det sitter bedre.',
  refused: 'Svarene kunne ikke telles. De ligger under Meg.',
  timeAdjusted: 'Klokka på telefonen stemte ikke, så svarene teller fra de kom fram.',
  firstTries: (right: number, of: number) => `${right} av ${of} riktige på første forsøk`,
  sources: 'Kilder',
  nextPost: (number: number) => `Ta post ${number}`,
  nextAbout: (title: string, minutes: number) => `${title} · ${minutes} min`,
  doneForNow: 'Ferdig for nå',

  notHere: 'Denne posten er ikke lagret på telefonen',
  notHereWhy: 'Den hentes når du har nett. Poster du har åpnet før, virker uten nett.',
  failed: 'Vi fikk ikke åpnet posten',
  failedWhy: 'Det er ikke noe du har gjort. Prøv en gang til.',
  retry: 'Prøv igjen',
  back: 'Tilbake',
  resumedHere: 'Du fortsetter der du slapp.',
  restart: 'Start på nytt',
  changed: 'Posten er endret siden sist, så du starter fra begynnelsen.',
  notKept: 'Telefonen får ikke lagret. Du kan spille videre, men stedet blir ikke husket.',
  notSent: 'Telefonen får ikke lagret. Hold appen åpen til svarene er sendt.',
  fullTitle: 'Vi stopper her for nå',
  fullWhy: 'Du har prøvd mange ganger, og svarene er tatt vare på. Start gjerne på nytt når det passer.',

  trials: {
    taste: { before: 'Dette er en smakebit. Ingenting lagres, og den gir ingen poeng.', after: 'Det var smakebiten' },
    look: { before: 'Du ser på posten som redaktør. Ingenting lagres.', after: 'Slik slutter posten' },
    first: { before: 'En øvepost på ett minutt. Svarene lagres ikke.', after: 'Da kan du Løype' },
    practice: { before: 'En øvepost på ett minutt. Svarene lagres ikke.', after: 'Da kan du Løype' },
  },
  passOver: 'Hopp over',
  toWeek: 'Gå til ukas etappe',
  foundAgain: 'Du finner den igjen under Meg.',
  nothingKept: 'Ingenting av dette er lagret.',
  trialFinish: 'Ferdig',
}

export type PlayText = typeof play
