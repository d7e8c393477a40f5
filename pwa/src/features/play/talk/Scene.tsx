/** Where it happens and who one talks with, drawn by their mood. */
import { useMemo } from 'preact/hooks'
import type { Character, Look, Mood, Place } from '../../../rules/scenario'
import { Icon, type IconName } from '../../../ui/Icon'
import { Person } from './people'
import { words } from './words'

const LOOKS: readonly Look[] = ['a', 'b', 'c', 'd', 'e', 'f']
const WEATHER: Record<Mood, IconName> = { calm: 'klar', relieved: 'klar', worried: 'sky', closed: 'sky', upset: 'uvaer' }

type Props = { place: Place; characters: readonly Character[]; who: string | null; mood: Mood | null }

export function Scene({ place, characters, who, mood }: Props) {
  const text = words()
  const number = characters.findIndex(({ id }) => id === who)
  const character = characters[number]
  const felt = mood ?? 'calm'
  const look = character?.look ?? LOOKS[number % LOOKS.length] ?? 'a'
  // Drawn once for as long as they stay: a choice has to be answered before one notices.
  const backdrop = useMemo(() => <Backdrop place={place} />, [place])
  const person = useMemo(() => <Person look={look} mood={felt} />, [look, felt])
  return (
    <div class="talk-scene">
      <svg
        class="bilde" viewBox="0 0 328 150" preserveAspectRatio="xMidYMax slice" role={character ? 'img' : undefined}
        aria-hidden={character ? undefined : true} aria-label={character && (look === 'phone' ? character.name : text.looks(character.name, text.moods[felt]))}
      >
        {backdrop}
        {character && person}
      </svg>
      {character && (
        <p class="talk-name" aria-hidden="true">
          <strong>{character.name}</strong>
          {look !== 'phone' && <span class="rowx"><Icon name={WEATHER[felt]} small />{text.moods[felt]}</span>}
        </p>
      )}
    </div>
  )
}

function Backdrop({ place }: { place: Place }) {
  switch (place) {
    case 'ward':
      return (
        <>
          <path fill="#DCE7E2" d="M0 0h328v150H0z" /><path fill="#C7D8D0" d="M0 112h328v38H0z" /><path fill="#B5CBC1" d="M0 108h328v5H0z" />
          <path fill="#EFEBE1" d="M26 26h62v84H26z" /><path fill="#1E6B4F" d="M34 40h46v70H34z" /><circle cx="72" cy="78" r="3" fill="#EFEBE1" />
          <path fill="#FBFAF6" d="M48 30h18v7H48z" /><path fill="#fff" d="M258 18h52v38h-52z" /><path fill="#83B096" d="M262 52V42l12-12 11 10 9-6 12 12v6z" />
          <path fill="none" stroke="#C9B994" stroke-width="3" d="M258 18h52v38h-52z" /><path fill="#D9C9A3" d="M236 92h92v7h-92z" />
        </>
      )
    case 'shop':
      return (
        <>
          <path fill="#E8E3D5" d="M0 0h328v150H0z" /><path fill="#D3CBB6" d="M0 120h328v30H0z" />
          {[20, 60, 100].map((y) => <path key={y} fill="#B7A98A" d={`M8 ${y}h112v5H8zM240 ${y}h88v5h-88z`} />)}
          <path fill="#E4572E" d="M14 42h14v18H14zM84 82h16v18H84z" /><path fill="#1E6B4F" d="M32 38h12v22H32zM250 36h14v24h-14zM104 86h10v14h-10z" />
          <path fill="#C9D36B" d="M50 44h18v16H50zM268 42h18v18h-18z" /><path fill="#2B6CB0" d="M74 36h12v24H74zM16 78h14v22H16zM292 38h12v22h-12z" />
          <path fill="#8A6A45" d="M92 42h20v18H92zM36 84h22v16H36zM256 82h20v18h-20z" /><path fill="#83B096" d="M64 78h14v22H64zM282 78h14v22h-14zM308 84h14v16h-14z" />
        </>
      )
    case 'office':
      return (
        <>
          <path fill="#E3E6E0" d="M0 0h328v150H0z" /><path fill="#CFD5CB" d="M0 116h328v34H0z" />
          <path fill="#BFD9E6" d="M20 16h84v62H20z" /><path fill="#83B096" d="M20 78V60l24-20 20 18 14-10 26 20v10z" />
          <path fill="none" stroke="#fff" stroke-width="4" d="M20 16h84v62H20zM62 16v62" /><path fill="#B7A98A" d="M236 70h92v6h-92z" />
          <path fill="#1E6B4F" d="M246 42h8v28h-8z" /><path fill="#E4572E" d="M256 46h8v24h-8z" /><path fill="#2B6CB0" d="M266 40h7v30h-7z" /><path fill="#C9D36B" d="M276 48h10v22h-10z" />
        </>
      )
    case 'home':
      return (
        <>
          <path fill="#EFE4D2" d="M0 0h328v150H0z" /><path fill="#D9C9A3" d="M0 118h328v32H0z" />
          <path fill="#BFD9E6" d="M24 20h58v54H24z" /><path fill="none" stroke="#fff" stroke-width="4" d="M24 20h58v54H24zM53 20v54" />
          <path fill="#C98F6B" d="M14 14h12v68H14zM80 14h12v68H80z" /><path fill="#8A6A45" d="M292 60h4v60h-4z" /><path fill="#F0B45F" d="M276 34h36l-8 28h-20z" />
        </>
      )
  }
}
