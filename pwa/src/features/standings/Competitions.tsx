/** The competitions there are: each with its state and the place of one's own team. */
import * as answers from '../../answers'
import type { Competition } from '../../api/types'
import { arranges, makes } from '../../session'
import { competitions } from '../../text/competitions'
import { meets } from '../../text/meets'
import { walls } from '../../text/walls'
import { Icon } from '../../ui/Icon'
import { lasting } from './lasting'

export function Competitions() {
  const t = competitions()
  const items = answers.competitions.state.value.data?.items ?? []
  if (items.length === 0 && !arranges.value) return null
  return (
    <section class="stack" aria-labelledby="competitions">
      <h2 id="competitions">{t.title}</h2>
      {items.length === 0 && <p class="dim">{t.none}</p>}
      {items.length > 0 && <ul class="list">{items.map((each) => <Row key={each.id} competition={each} />)}</ul>}
      {arranges.value && (
        <>
          <a class="btn s" href="/lag/ny"><Icon name="pluss" small />{t.make}</a>
          {makes.value && <a class="textlink" href="/lag/mot">{meets().join}<Icon name="h" small /></a>}
          <a class="textlink" href="/lag/vegg">{walls().title}<Icon name="h" small /></a>
        </>
      )}
    </section>
  )
}

function Row({ competition }: { competition: Competition }) {
  const t = competitions()
  const { mine, joining } = competition
  return (
    <li>
      <a class="row" href={`/lag/${competition.id}`}>
        <span class="grow">
          <strong class="two">{competition.name}</strong>
          <span class="sm dim">{lasting(competition)}{mine ? ` · ${t.placed(mine.rank, mine.of)}` : joining?.may_join && ` · ${t.picking.title}`}</span>
        </span>
        <span class={competition.state === 'running' ? 'chip g' : 'chip'}>{t.states[competition.state]}</span>
        <Icon name="h" small />
      </a>
    </li>
  )
}
