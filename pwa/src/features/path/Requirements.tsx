/** What must be mastered in one's job, above the stages; nothing where nothing is. */
import { useEffect } from 'preact/hooks'
import * as answers from '../../answers'
import { competence } from '../../text/competence'
import { CompetenceRow } from '../../ui/CompetenceRow'
import { Icon } from '../../ui/Icon'

export function Requirements() {
  useEffect(() => void answers.competence.refresh(), [])
  const items = answers.competence.state.value.data?.items ?? []
  if (items.length === 0) return null
  return (
    <section class="stack" aria-labelledby="requirements">
      <h2 class="sm" id="requirements">{competence().short}</h2>
      <div class="list">
        {items.map((one) => (
          <a key={one.id} class="row" href="/kompetanse"><CompetenceRow one={one} /><Icon name="h" small /></a>
        ))}
      </div>
    </section>
  )
}
