import type { BadgesText } from '../nb/badges'

export const badges: BadgesText = {
  row: (weeks) => (weeks === 1 ? '1 veke på rad' : `${weeks} veker på rad`),
  noRow: 'Veker på rad',
  noRowWhy: 'Rekkja tek til den veka du når vekemålet ditt.',
  goal: { one: 'Mål: éin post', half: 'Mål: halve veka', all: 'Mål: heile veka' },
  met: 'Vekemålet er nådd.',
  open: (done, need) => `${done} av ${need} ${need === 1 ? 'post' : 'postar'} denne veka.`,
  rest: 'Denne veka kviler rekkja.',
  reserves: (left) =>
    left === 0
      ? 'Neste kvartal har du to friveker igjen.'
      : left === 1 ? 'Du har éi friveke dette kvartalet. Rekkja går vidare over ho.' : 'Du har to friveker dette kvartalet. Rekkja går vidare over dei.',
  recent: 'Dei siste sju vekene',
  week: (week) => `Veke ${week}`,
  weekStates: { met: 'målet nådd', rest: 'utan merke', now: 'går no' },
  title: 'Merke',
  count: (earned) => `${earned} merke`,
  ahead: 'ikkje enno',
  hidden: (count) => (count === 1 ? '1 skjult merke viser seg når du får det.' : `${count} skjulte merke viser seg når du får dei.`),
  earnedOn: (day) => `Du fekk det ${day}.`,
  howTo: 'Slik får du det:',
  download: 'Last ned digitalt merke',
  downloadWhy: 'Ei signert fil i formatet Open Badges 3.0. Andre kan sjekke at ho er ekte, også utan nett.',
  check: 'Sjekk eit bevis',
  making: 'Lagar fila',
  saved: 'Fila er lasta ned.',
  needsNet: 'Dette treng nett. Prøv igjen når du har nett.',
  failed: 'Det gjekk ikkje. Prøv igjen.',
  close: 'Lukk',
  earned: (title) => `Nytt merke: ${title}`,
  earnedWhere: 'Det ligg på Meg.',
}
