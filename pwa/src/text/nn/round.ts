/** Words of a round of reviews. */
import type { RoundText } from '../nb/round'

const questions = (count: number) => (count === 1 ? '1 spørsmål' : `${count} spørsmål`)

export const round: RoundText = {
  title: 'Repetisjon',
  failed: 'Vi fekk ikkje opna repetisjonen',
  nothing: 'Ingenting å repetere no',
  nothingWhy: 'Spørsmåla kjem att når du er i ferd med å gløyme dei. Då står dei på I dag.',
  toToday: 'Til I dag',
  notHere: 'Repetisjonen er ikkje lagra på telefonen',
  notHereWhy: 'Han blir henta når du har nett. Deretter verkar han utan.',
  why: 'Kvifor får eg dette?',
  lastSeen: {
    met: (day) => `Du møtte dette første gong ${day}, og svarte rett.`,
    missed: (day) => `Du såg dette sist ${day}. Då sat det ikkje heilt.`,
    recalled: (day) => `Du hugsa dette sist ${day}.`,
  },
  chance: (percent) => `No er det rundt ${percent} % sjanse for at du hugsar det.`,
  wanted: 'Eit kompetansebevis du skal fornye, byggjer på dette.',
  whyNow: 'Eit spørsmål kjem att når du er i ferd med å gløyme det. Då festar det seg best.',
  finish: 'Fullfør repetisjonen',
  recalled: (known, of) => `${known} av ${of} hugsa`,
  allRecalled: 'Alt sat.',
  someMissed: 'Det som ikkje sat heilt, kjem snart att.',
  comesBack: 'Når det kjem att',
  known: 'Hugsa.',
  practise: 'Må øvast meir.',
  back: (days) => `Kjem att ${days <= 1 ? 'i morgon' : days < 14 ? `om ${days} dagar` : days < 60 ? `om ca. ${Math.round(days / 7)} veker` : `om ca. ${Math.round(days / 30)} månader`}`,
  again: (count) => `Ein runde til · ${questions(count)}`,
}
