/** Drawings from the sprite of the same origin; they take the colours of where they stand. */
const SPRITE = '/drawings/icons.svg'

export type IconName =
  | 'bilde' | 'boks' | 'flag' | 'folk' | 'glob' | 'h' | 'hjerte' | 'igjen' | 'info' | 'kal' | 'klar' | 'klokke' | 'kopi' | 'lag' | 'las' | 'last-ned' | 'lyd' | 'meg' | 'merke' | 'nokkel' | 'nytte' | 'prat' | 'tall' | 'unytte'
  | 'ned' | 'ok' | 'opp' | 'pluss' | 'qr' | 'runde' | 'rute' | 'skjold' | 'sky' | 'spill' | 'spor' | 'ut' | 'utenett' | 'uvaer' | 'v' | 'varsel' | 'x'

/** An icon beside a word. It says nothing by itself. */
export function Icon({ name, small = false, turns = false }: { name: IconName; small?: boolean; turns?: boolean }) {
  const kind = `i${small ? ' s' : ''}${turns ? ' ned' : ''}`
  return <svg class={kind} aria-hidden="true"><use href={`${SPRITE}#i-${name}`} /></svg>
}

export type FlagState = 'open' | 'begun' | 'done' | 'mastered' | 'locked'

/** The post's flag with its number. The state's sign is part of the drawing; the word stands with the link. */
export function Flag({ state, number }: { state: FlagState; number: number }) {
  return (
    <svg class="flag" viewBox="0 0 48 58" aria-hidden="true">
      <use href={`${SPRITE}#f-${state}`} />
      <text x="14.5" y="21.5">{number}</text>
    </svg>
  )
}

const PATTERNS = 6

/** The needle punch of post `number` on the start card. */
export function Punch({ number }: { number: number }) {
  return <svg aria-hidden="true"><use href={`${SPRITE}#p-${((number - 1) % PATTERNS) + 1}`} /></svg>
}
