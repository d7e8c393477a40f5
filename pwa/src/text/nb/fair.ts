/** Words of fair play: one's own points, and attempts that cannot be right. */
export const fair = {
  points: 'Poengene dine',
  pointsWhy: 'Hva du har fått poeng for. Er noe trukket tilbake, står grunnen her.',
  pointsNone: 'Du har ikke fått poeng ennå.',
  toPoints: (points: string) => `${points}. Se hva de er for`,
  kinds: {
    exercise_first: 'Riktig på første forsøk', exercise_later: 'Riktig på et senere forsøk', module: 'Post tatt', quest: 'Etappe fullført i uka', quest_late: 'Etappe fullført',
    recall: 'Husket i repetisjon', reversal: 'Trukket tilbake',
  },
  because: (reason: string) => `Grunn: ${reason}`,
  odd: 'Forsøk som ikke kan stemme',
  oddWhy: 'Klokka på enheten hoppet, eller to enheter svarte samtidig. Du ser ikke hvem det var, og lederen får ikke vite det. La det stå når det kan ha en god grunn.',
  oddNone: 'Ingen slike forsøk',
  oddNoneWhy: 'Alt som er spilt, henger sammen.',
  oddKinds: { clock: 'Klokka hoppet', two_devices: 'To enheter samtidig' },
  on: (day: string, points: string) => `${day} · ${points}`,
  settled: { stands: 'Står', taken_back: 'Trukket tilbake' },
  stand: 'La stå',
  takeBack: 'Trekk tilbake poengene',
  of: (act: string, module: string) => `${act}: ${module}`,
  reason: 'Hva skal deltakeren få vite?',
  reasonLacks: 'Skriv grunnen. Deltakeren ser den.',
  reasons: { clock: 'Klokka på enheten hoppet mens du spilte.', two_devices: 'To enheter svarte samtidig.' },
  cancel: 'Avbryt',
  pages: 'Sider med forsøk',
  failed: 'Det gikk ikke. Prøv igjen.',
  offline: 'Det trenger nett. Prøv igjen når du har det.',
}

export type FairText = typeof fair
