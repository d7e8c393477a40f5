/** Words of the kinds of cards that are fetched when a post has them. */
export const cards = {
  spot: (number: number, of: number) => `Punkt ${number} av ${of}`,
  found: (count: number, of: number) => (count === of ? `Du har funnet alle ${of}.` : `${count} av ${of} funnet`),
  discoverHelp: 'Trykk på punktene i bildet, eller bruk lista under.',
  look: 'Se hva det er',

  steps: 'Stegene',
  stepOf: (number: number, of: number) => `Steg ${number} av ${of}`,
  earlier: 'Forrige steg',
  later: 'Neste steg',

  sortInto: 'Legges i',
  sorted: (count: number, of: number) => `${count} av ${of} er lagt på plass`,

  fillLabel: 'Ditt svar',
  spelled: (form: string) => `Vi skriver det slik: ${form}`,

  hotspotHelp: 'Trykk på det du vil merke i bildet. Trykk en gang til for å ta merket bort.',
  hotspotList: 'Velg fra en liste i stedet',
  marked: (number: number, name: string) => `Merket: ${number}. ${name}`,
  unmarked: (number: number, name: string) => `Merket er tatt bort: ${number}. ${name}`,
  nothingThere: 'Her er det ikke noe å merke. Prøv et annet sted.',
  markedNow: 'Merket nå',
  wronglyMarked: 'Du merket dette, men det hører ikke med',
  rightlyMarked: 'Du fant dette',
  missed: 'Dette hører også med',
  leftAlone: 'Ikke noe å merke her',

  ungraded: 'Ingenting er rett eller galt her, og det gir ingen poeng.',
  turn: 'Vis svaret',
  back: 'Svaret',
  knew: 'Kunne det',
  knewNot: 'Kunne det ikke',
  thinkFirst: 'Tenk først, og se etterpå.',

  send: 'Send',
  save: 'Lagre',
  goOn: 'Videre',
  some: 'Velg gjerne flere.',
  words: 'Skriv med dine ord',
  charactersLeft: (count: number) => (count === 1 ? '1 tegn igjen' : `${count} tegn igjen`),
  end: (step: number, meaning: string) => `${step}, ${meaning}`,

  onlyYou: 'Bare du kan lese dette.',
  foundUnder: 'Det ligger under Meg, i Mine notater.',
  notKept: 'Det du skriver her, lagres ikke.',
  reflection: 'Ditt notat',
}

export type CardsText = typeof cards
