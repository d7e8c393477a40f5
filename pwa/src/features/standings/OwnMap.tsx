/** The week's race as a map: the viewer's own class, or the largest. */
import type { BoardRow } from '../../api/types'
import { language } from '../../text'
import { results } from '../../text/results'
import { RaceMap } from '../../ui/RaceMap'
import { inClasses, onMap, percent } from './logic'

export function OwnMap({ rows }: { rows: readonly BoardRow[] }) {
  const t = results()
  const shown = onMap(inClasses(rows)[0] ?? [])
  if (shown.length < 2) return null
  const label = t.map(shown.map(({ name, score }) => t.onMap(name, percent(score, language.value))).join(', '))
  return <RaceMap rows={shown} label={label} close />
}
