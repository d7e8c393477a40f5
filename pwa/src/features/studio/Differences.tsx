/** What one version changed from the one before, in words: where, what stood there, what stands there now. */
import { LANGUAGE_NAMES } from '../../text'
import { faults } from '../../text/faults'
import { modules } from '../../text/modules'
import { Icon } from '../../ui/Icon'
import type { Difference } from './editor/shapes'
import { placeIn } from './remedies'

export function Differences({ differences }: { differences: readonly Difference[] }) {
  const t = modules()
  if (differences.length === 0) return <p class="sm dim">{t.noDifferences}</p>
  return (
    <details>
      <summary>{t.differences(differences.length)}<Icon name="ned" small turns /></summary>
      <ul class="stack">
        {differences.map((each, number) => (
          <li key={number} class="studio-difference sm">
            <strong>{nameOf(each)}</strong>
            <p><span class="dim">{t.before}: </span><del>{each.before ?? t.nothing}</del></p>
            <p><span class="dim">{t.after}: </span><ins>{each.after ?? t.nothing}</ins></p>
          </li>
        ))}
      </ul>
    </details>
  )
}

function nameOf({ card, field, language }: Difference): string {
  const where = field ? placeIn(field, faults()) : ''
  return [card && modules().card(card), where, language && LANGUAGE_NAMES[language]].filter(Boolean).join(', ')
}
