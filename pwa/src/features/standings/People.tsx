/** The neighbours on the list of people, and the first three. Names stand there only by their owner's choice. */
import * as answers from '../../answers'
import type { PersonRow } from '../../api/types'
import { shell } from '../../text/shell'
import { standings } from '../../text/standings'
import { when } from '../../text/when'
import { Icon } from '../../ui/Icon'
import { topApart } from './logic'

export function People() {
  const t = standings()
  const board = answers.people.state.value.data
  if (!board) return null
  const top = topApart(board)
  return (
    <div class="stack">
      <h2>{t.around}</h2>
      <p class="sm dim tight">{t.peopleWeek}</p>
      {board.around.length > 0 ? <List rows={board.around} /> : <p class="dim">{board.total === 0 ? t.noneYet : t.notThere}</p>}
      {top.length > 0 && <><h2>{t.top}</h2><List rows={top} /></>}
      {board.updated_at && <p class="sm dim"><time dateTime={board.updated_at}>{t.updated(when().moment(board.updated_at, new Date()))}</time></p>}
      <a class="textlink" href="/meg">{t.settings}<Icon name="h" small /></a>
    </div>
  )
}

function List({ rows }: { rows: PersonRow[] }) {
  const t = standings()
  return (
    <ol class="list sm">
      {rows.map((row, index) => (
        <li key={index} class={row.me ? 'row low mine' : 'row low'}>
          <b class="num">{row.rank}.</b>
          {row.me
            ? <strong class="grow">{row.name ? t.you(row.name) : t.youAlone}</strong>
            : <span class="grow">{row.name ?? t.anonymous}</span>}
          <span class={row.me ? 'num' : undefined}>{shell().points(row.points)}</span>
        </li>
      ))}
    </ol>
  )
}
