import type { PlayText } from '../nb/play'

const posts = (count: number) => (count === 1 ? 'éin post' : `${count} postar`)

/** Words of the player. */
export const play: PlayText = {
  close: 'Lukk. Du held fram her neste gong',
  closeDone: 'Lukk',
  step: (number, of) => `Kort ${number} av ${of}`,
  stepAgain: (number, of) => `Kort ${number} av ${of}, ein gong til`,
  listen: 'Les opp',
  listenStop: 'Stopp opplesinga',
  loading: 'Hentar posten',

  answer: 'Svar',
  next: 'Neste',
  read: 'Vidare',
  finish: 'Stemple posten',
  again: 'Dette spørsmålet fekk du tidlegare. No kjem det igjen.',
  chooseMany: 'Fleire svar kan vere rette.',
  orderHelp: 'Flytt med pilene til rekkjefølgja stemmer.',
  moveUp: (text) => `Flytt opp: ${text}`,
  moveDown: (text) => `Flytt ned: ${text}`,
  movedTo: (text, place, of) => `${text} er no nummer ${place} av ${of}`,
  pairWith: 'Høyrer saman med',
  numberLabel: 'Svaret ditt',
  missing: {
    choose: 'Vel eit svar først.',
    choose_some: 'Vel minst eitt svar først.',
    move: 'Flytt på minst éin ting først.',
    pair: 'Vel noko til alle først.',
    number: 'Skriv eit tal først.',
    not_number: 'Skriv svaret med berre tal, til dømes 4,5.',
  },

  right: 'Rett',
  wrong: 'Ikkje heilt. Her er kvifor.',
  comesAgain: 'Spørsmålet kjem igjen på slutten.',
  comesAgainSoon: 'Spørsmålet kjem igjen med ein gong.',
  yours: 'Svaret ditt',
  yoursRight: 'Svaret ditt, og det er rett',
  safest: 'Tryggast',
  alsoRight: 'Høyrer òg med',
  correct: 'Rett',
  inPlace: 'På rett plass',
  placedAt: (place) => `Du sette den som nummer ${place}`,
  within: (low, high) => `Alt frå ${low} til ${high} er rett`,

  punched: (number) => (number === null ? 'Posten er stempla!' : `Post ${number} er stempla!`),
  left: (count) => (count === 0 ? 'heile etappen er gått' : `${posts(count)} igjen i etappen`),
  card: (week) => (week === null ? 'Startkort' : `Startkort · veke ${week}`),
  of: (done, total) => `${done} av ${total}`,
  cardLabel: (done, total) => `Startkort, ${done} av ${total} stempla`,
  postDone: (number) => `Post ${number} stempla`,
  postNow: (number) => `Post ${number} stempla no`,
  postOpen: (number) => `Post ${number} open`,
  takeaways: 'Dette tek du med deg',
  points: 'Poeng for posten',
  entry: (kind, count) => {
    if (kind === 'exercise_first') return count === 1 ? '1 rett på første forsøk' : `${count} rette på første forsøk`
    if (kind === 'exercise_later') return count === 1 ? '1 rett på nytt forsøk' : `${count} rette på nytt forsøk`
    if (kind === 'module') return 'Posten er gjennomført'
    if (kind === 'quest') return 'Heile etappen i rett veke'
    if (kind === 'quest_late') return 'Heile etappen'
    return 'Andre poeng'
  },
  total: 'Til saman',
  waiting: 'Ventar på nett',
  safeHere: 'Svara ligg trygt på telefonen.',
  estimated: 'Poenga er eit overslag til dei er talde.',
  counting: 'Tel poeng',
  noNewPoints: 'Denne gongen gav ingen nye poeng.',
  tooQuick: 'Svar som kom raskare enn teksten kan lesast, gir ingen poeng.',
  replay: 'Du har gått denne posten før. Repetisjon gir ingen poeng, men det sit betre.',
  refused: 'Svara kunne ikkje teljast. Dei ligg under Meg.',
  timeAdjusted: 'Klokka på telefonen stemde ikkje, så svara tel frå dei kom fram.',
  firstTries: (right, of) => `${right} av ${of} rette på første forsøk`,
  sources: 'Kjelder',
  nextPost: (number) => `Ta post ${number}`,
  nextAbout: (title, minutes) => `${title} · ${minutes} min`,
  doneForNow: 'Ferdig for no',

  notHere: 'Denne posten er ikkje lagra på telefonen',
  notHereWhy: 'Han blir henta når du har nett. Postar du har opna før, verkar utan nett.',
  failed: 'Vi fekk ikkje opna posten',
  failedWhy: 'Det er ikkje noko du har gjort. Prøv ein gong til.',
  retry: 'Prøv igjen',
  back: 'Tilbake',
  resumedHere: 'Du held fram der du slapp.',
  restart: 'Start på nytt',
  changed: 'Posten er endra sidan sist, så du startar frå byrjinga.',
  notKept: 'Telefonen får ikkje lagra. Du kan spele vidare, men staden blir ikkje hugsa.',
  notSent: 'Telefonen får ikkje lagra. Hald appen open til svara er sende.',
  fullTitle: 'Vi stoppar her for no',
  fullWhy: 'Du har prøvd mange gonger, og svara er tekne vare på. Start gjerne på nytt når det passar.',

  trials: {
    taste: { before: 'Dette er ein smakebit. Ingenting blir lagra, og han gir ingen poeng.', after: 'Det var smakebiten' },
    look: { before: 'Du ser på posten som redaktør. Ingenting blir lagra.', after: 'Slik sluttar posten' },
    first: { before: 'Ein øvepost på eitt minutt. Svara blir ikkje lagra.', after: 'Då kan du Løype' },
    practice: { before: 'Ein øvepost på eitt minutt. Svara blir ikkje lagra.', after: 'Då kan du Løype' },
  },
  passOver: 'Hopp over',
  toWeek: 'Gå til etappen for veka',
  foundAgain: 'Du finn han att under Meg.',
  nothingKept: 'Ingenting av dette er lagra.',
  trialFinish: 'Ferdig',
}
