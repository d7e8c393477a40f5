import type { CardsText } from '../nb/cards'

/** Orda til dei korta som blir henta når ein post har dei. */
export const cards: CardsText = {
  spot: (number, of) => `Punkt ${number} av ${of}`,
  found: (count, of) => (count === of ? `Du har funne alle ${of}.` : `${count} av ${of} funne`),
  discoverHelp: 'Trykk på punkta i biletet, eller bruk lista under.',
  look: 'Sjå kva det er',

  steps: 'Stega',
  stepOf: (number, of) => `Steg ${number} av ${of}`,
  earlier: 'Førre steget',
  later: 'Neste steget',

  sortInto: 'Skal liggje i',
  sorted: (count, of) => `${count} av ${of} er lagde på plass`,

  fillLabel: 'Svaret ditt',
  spelled: (form) => `Vi skriv det slik: ${form}`,

  hotspotHelp: 'Trykk på det du vil merkje i biletet. Trykk ein gong til for å ta merket bort.',
  hotspotList: 'Vel frå ei liste i staden',
  marked: (number, name) => `Merkt: ${number}. ${name}`,
  unmarked: (number, name) => `Merket er teke bort: ${number}. ${name}`,
  nothingThere: 'Her er det ikkje noko å merkje. Prøv ein annan stad.',
  markedNow: 'Merkt no',
  wronglyMarked: 'Du merkte dette, men det høyrer ikkje med',
  rightlyMarked: 'Du fann dette',
  missed: 'Dette høyrer òg med',
  leftAlone: 'Ikkje noko å merkje her',

  ungraded: 'Ingenting er rett eller gale her, og det gir ingen poeng.',
  turn: 'Vis svaret',
  back: 'Svaret',
  knew: 'Kunne det',
  knewNot: 'Kunne det ikkje',
  thinkFirst: 'Tenk først, og sjå etterpå.',

  send: 'Send',
  save: 'Lagre',
  goOn: 'Vidare',
  some: 'Vel gjerne fleire.',
  words: 'Skriv med dine ord',
  charactersLeft: (count) => (count === 1 ? '1 teikn att' : `${count} teikn att`),
  end: (step, meaning) => `${step}, ${meaning}`,

  onlyYou: 'Berre du kan lese dette.',
  foundUnder: 'Det ligg under Meg, i Notata mine.',
  notKept: 'Det du skriv her, blir ikkje lagra.',
  reflection: 'Notatet ditt',
}
