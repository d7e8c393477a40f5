/** Words of the streak and the badges, on Meg and at the end of a post. */
import type { WeeklyGoal } from '../../api/types'

export const badges = {
  row: (weeks: number) => (weeks === 1 ? '1 uke på rad' : `${weeks} uker på rad`),
  noRow: 'Uker på rad',
  noRowWhy: 'Rekka begynner den uka du når ukemålet ditt.',
  goal: { one: 'Mål: én post', half: 'Mål: halve uka', all: 'Mål: hele uka' } as Record<WeeklyGoal, string>,
  met: 'Ukemålet er nådd.',
  open: (done: number, need: number) => `${done} av ${need} ${need === 1 ? 'post' : 'poster'} denne uka.`,
  rest: 'Denne uka hviler rekka.',
  reserves: (left: number): string =>
    left === 0
      ? 'Neste kvartal har du to friuker igjen.'
      : left === 1 ? 'Du har én friuke dette kvartalet. Rekka går videre over den.' : 'Du har to friuker dette kvartalet. Rekka går videre over dem.',
  recent: 'De siste sju ukene',
  week: (week: number) => `Uke ${week}`,
  weekStates: { met: 'målet nådd', rest: 'uten merke', now: 'pågår' },
  title: 'Merker',
  count: (earned: number) => (earned === 1 ? '1 merke' : `${earned} merker`),
  ahead: 'ikke ennå',
  hidden: (count: number) => (count === 1 ? '1 skjult merke viser seg når du får det.' : `${count} skjulte merker viser seg når du får dem.`),
  earnedOn: (day: string) => `Du fikk det ${day}.`,
  howTo: 'Slik får du det:',
  download: 'Last ned digitalt merke',
  downloadWhy: 'En signert fil i formatet Open Badges 3.0. Andre kan sjekke at den er ekte, også uten nett.',
  check: 'Sjekk et bevis',
  making: 'Lager filen',
  saved: 'Filen er lastet ned.',
  needsNet: 'Dette trenger nett. Prøv igjen når du har nett.',
  failed: 'Det gikk ikke. Prøv igjen.',
  close: 'Lukk',
  earned: (title: string) => `Nytt merke: ${title}`,
  earnedWhere: 'Det ligger på Meg.',
}

export type BadgesText = typeof badges
