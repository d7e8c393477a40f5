/** Pairs: for each thing on the left a native group of radio buttons with everything on the right. */
import type { MatchCard } from '../../rules/cards'
import { pairsOf, shownIds } from './answering'
import { textOf } from './explaining'
import type { FieldProps } from './fields'
import { words } from './words'

export function MatchField({ card, seed, draft, labelledBy, onDraft }: FieldProps<MatchCard>) {
  const pairs = pairsOf(draft)
  const rights = shownIds(card, seed)
  return (
    <div role="group" aria-labelledby={labelledBy} class="stack">
      {card.left.map((left) => (
        <fieldset class="card play-pair" key={left.id} aria-labelledby={`${card.id}-${left.id}-name`}>
          <h2 class="play-left" id={`${card.id}-${left.id}-name`}>{left.text}<span class="sr">. {words().pairWith}</span></h2>
          {rights.map((id) => (
            <label class="opt" key={id}>
              <input
                class="sr" type="radio" name={`${card.id}-${left.id}`} value={id} checked={pairs[left.id] === id}
                onChange={() => onDraft({ ...pairs, [left.id]: id })}
              />
              <b />
              <span>{textOf(card.right, id)}</span>
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  )
}
