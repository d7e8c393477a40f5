/** The landscape of a week. Pure scenery: screen readers do not hear it. */
const SPRITE = '/drawings/terrain.svg'
const KNOWN = new Set(['fjell', 'fjord', 'kyst', 'myr', 'skog', 'vidde'])

function known(terrain: string): string {
  return KNOWN.has(terrain) ? terrain : 'skog'
}

export function Land({ terrain }: { terrain: string }) {
  return (
    <svg class="land" viewBox="0 0 360 320" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <use href={`${SPRITE}#${known(terrain)}`} />
    </svg>
  )
}

/** The winter plateau is drawn by night, so words on it are light in both themes. */
export function heroClass(terrain: string): string {
  return known(terrain) === 'vidde' ? 'hero natt' : 'hero'
}

export function Camp() {
  return <svg class="camp" viewBox="0 0 360 120" aria-hidden="true"><use href={`${SPRITE}#pause`} /></svg>
}

export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 148 44" role="img" aria-label="Løype">
      <g stroke="#0F3D2E" stroke-width="1.8" stroke-linejoin="round">
        <path fill="#fff" d="M4 8h24L4 32z" /><path fill="#E4572E" d="M28 8v24H4z" />
        <path fill="#DDD6C6" d="M28 8l9-4-9 28z" /><path fill="#B93E1A" d="M37 4v24l-9 4z" />
      </g>
      <path stroke="#5A4A3A" stroke-width="3" stroke-linecap="round" d="M18 33v8" />
      <text x="46" y="33" font-size="31" font-weight="800" letter-spacing="-1" fill="currentColor">Løype</text>
    </svg>
  )
}
