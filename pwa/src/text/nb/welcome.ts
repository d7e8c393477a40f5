/** Words of the first meeting: language, what is kept about one, and the PIN. */
export const welcome = {
  page: 'Velkommen',
  hello: (name: string) => `Hei, ${name}!`,
  from: (organisation: string) => `${organisation} har laget en plass til deg i Løype.`,
  resets: (organisation: string) => `Her velger du ny PIN hos ${organisation}.`,
  choose: 'Velg språk',
  privacy: 'Slik tar vi vare på deg',
  points: [
    ['lag', 'Lederen din ser', 'om du har fullført det som er obligatorisk. Ikke svarene dine, og ikke hva du bommet på.'],
    ['folk', 'Kollegene ser', 'bare det du vil. Navnet ditt vises ikke på tavler før du slår det på.'],
    ['skjold', 'Du ser', 'hver gang noen slår opp deg med navn. Det står på Meg.'],
    ['flag', 'Du bestemmer', 'om du vil ha poeng og plasseringer. Du lærer det samme uten.'],
    ['las', 'Det som lagres', 'er navn, ansattnummer, avdeling og det du gjør i Løype. Ingen reklame, ingen sporing. Du kan laste ned alt på Meg.'],
  ] as readonly (readonly ['lag' | 'folk' | 'skjold' | 'flag' | 'las', string, string])[],
  understood: 'Greit, gå videre',
  pinTitle: 'Velg en PIN',
  pinWhy: (code: string) => `Den bruker du, sammen med «${code}» og ansattnummeret ditt, om du logger inn et annet sted.`,
  pin: 'PIN, minst 6 siffer',
  again: 'Samme PIN en gang til',
  show: 'Vis sifrene',
  shared: 'Dette er en delt enhet',
  sharedHelp: 'Da husker enheten deg ikke etterpå.',
  other: (name: string) => `${name} er logget inn her`,
  otherWhy: (name: string) => `${name} blir logget ut av denne enheten når du starter. Svar som ikke er sendt, går ikke tapt.`,
  otherStuck: (name: string) => `Svarene til ${name} kan ikke sendes nå. Prøv igjen når enheten har nett.`,
  start: 'Start',
  starting: 'Et øyeblikk',
  faults: {
    short: 'PIN-en har minst 6 siffer.',
    digits: 'En PIN har bare siffer, høyst 12.',
    differ: 'De to er ikke like. Skriv den samme to ganger.',
    common: 'Den PIN-en er blant de første andre ville prøvd. Velg en uten mønster.',
  },
  gone: 'Denne koden kan ikke brukes',
  goneWhy: 'Den er brukt, for gammel eller byttet ut. Be lederen din om en ny. Har du valgt PIN allerede, kan du logge inn.',
  offline: 'Du må ha nett for å komme i gang. Prøv igjen når du har det.',
  tooMany: (minutes: number) =>
    minutes === 1 ? 'For mange forsøk. Prøv igjen om ett minutt.' : `For mange forsøk. Prøv igjen om ${minutes} minutter.`,
  failed: 'Dette virker ikke akkurat nå. Prøv igjen om litt.',
}

export type WelcomeText = typeof welcome
