/** One person in the list: name, number, place, and the one thing worth knowing. */
import type { ListedPerson } from '../../api/types'
import { personAddress } from '../../router'
import { people } from '../../text/people'
import { when } from '../../text/when'
import { Icon, type IconName } from '../../ui/Icon'
import { percentOf, stateOf } from './logic'

/** `named`: with the department's name, where the list holds several. */
export function Row({ person, named }: { person: ListedPerson; named: boolean }) {
  const t = people()
  const [place] = person.departments
  const where = place ? [named ? `${place.name}, ${percentOf(place.share)}` : percentOf(place.share)] : []
  return (
    <li>
      <a class="row" href={personAddress(person.id)}>
        <span class="grow who">
          <strong>{person.name}</strong>
          <span class="sm dim">{[t.number(person.employee_number), ...where].join(' · ')}</span>
          <Chip person={person} />
        </span>
        <Icon name="h" small />
      </a>
    </li>
  )
}

const LOOKS: Record<string, { look: string; icon: IconName }> = {
  closed: { look: '', icon: 'las' },
  noPin: { look: '', icon: 'info' },
  codeWaits: { look: 'b', icon: 'qr' },
  away: { look: '', icon: 'kal' },
}

/** How somebody stands, as a word with its sign. Nothing where all is as it should be. */
export function Chip({ person }: { person: ListedPerson }) {
  const t = people()
  const state = stateOf(person)
  if (!state) return null
  const { look, icon } = LOOKS[state.kind] ?? { look: '', icon: 'info' }
  const word = state.kind === 'away' ? t.away(when().short(`${state.until}T12:00:00Z`)) : t[state.kind]
  return <span class={`chip ${look}`}><Icon name={icon} small />{word}</span>
}
