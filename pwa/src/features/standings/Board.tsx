/** The table of departments or teams, and below it how each figure came to be. */
import { useRef } from 'preact/hooks'
import type { BoardRow, DepartmentBoard } from '../../api/types'
import { language } from '../../text'
import { competitions } from '../../text/competitions'
import { standings } from '../../text/standings'
import { when } from '../../text/when'
import { Icon } from '../../ui/Icon'
import { Bar } from '../../ui/Progress'
import { useGlide } from './glide'
import { figure, inClasses, listed, mineOf, percent, sizesOf, workedOut } from './logic'

export function Board({ board }: { board: DepartmentBoard }) {
  const t = standings()
  const fields = inClasses(board.rows)
  const table = useRef<HTMLTableElement>(null)
  useGlide(table, fields.flat().map(({ department }) => department))
  const rule = board.competition && competitions().rules[board.competition.rule]
  return (
    <section class="list">
      <table class="board" ref={table}>
        <caption class="sr">{board.competition?.name ?? t.caption}</caption>
        <thead>
          <tr>
            <th scope="col"><span class="sr">{t.place}</span><span aria-hidden="true">#</span></th>
            <th scope="col">{board.competition?.joining ? t.team : t.department}</th>
            <th scope="col">{rule?.column ?? t.taken}</th>
          </tr>
        </thead>
        {fields.map((rows) => (
          <tbody key={rows[0]?.size_class}>
            {fields.length > 1 && <tr class="class"><th scope="colgroup" colSpan={3}>{t.sizeClass(...sizesOf(rows))}</th></tr>}
            {rows.map((row) => <Row key={row.department} row={row} />)}
          </tbody>
        ))}
      </table>
      <How board={board} />
    </section>
  )
}

function Row({ row }: { row: BoardRow }) {
  return (
    <tr class={row.mine ? 'du' : undefined} data-row={row.department}>
      <td class="num">{row.rank}</td>
      <th scope="row">
        {row.name} {row.organisation && <span class="two xs dim">{row.organisation}</span>}{row.mine && <span class="chip l">{standings().yours}</span>}
        <Bar share={row.score} />
      </th>
      <td>{percent(row.score, language.value)}</td>
    </tr>
  )
}

function How({ board }: { board: DepartmentBoard }) {
  const t = standings()
  const merged = board.rows.filter(({ parts }) => parts.merged.length > 0)
  const rounded = board.rows.filter(({ parts }) => parts.whole_percent)
  return (
    <details class="how">
      <summary><Icon name="info" small /><span class="grow">{t.how}</span><Icon name="ned" small turns /></summary>
      <div class="stack sm">
        <p>{board.competition ? competitions().rules[board.competition.rule].what : t.rate}</p>
        {inClasses(board.rows).length > 1 && <p>{t.classes}</p>}
        <Own board={board} />
        {merged.map((row) => <p key={row.department}>{t.merged(row.name, listed(row.parts.merged, t.and))}</p>)}
        {rounded.map((row) => <p key={row.department}>{t.rounded(row.name)}</p>)}
        {board.updated_at && <p class="dim"><time dateTime={board.updated_at}>{t.updated(when().moment(board.updated_at, new Date()))}</time></p>}
      </div>
    </details>
  )
}

/** The viewer's own numbers, step by step, and the formula they go into. */
function Own({ board }: { board: DepartmentBoard }) {
  const t = standings()
  const { mine } = board
  const row = mineOf(board)
  const spoken = language.value
  const shown = row ?? board.rows[0]
  if (!shown) return null
  const { sum_w, sum_wx, mean, k } = shown.parts
  return (
    <>
      {mine && board.competition && board.competition.rule !== 'improvement' && <p>{competitions().mine(figure(mine.taken, spoken), figure(mine.possible, spoken), percent(mine.x, spoken))}</p>}
      {mine && !board.competition && mine.possible > 0 && <p>{t.mine(mine.taken, mine.possible, percent(mine.x, spoken))}</p>}
      {mine && !board.competition && mine.possible === 0 && <p>{t.mineNone}</p>}
      {mine && mine.weight > 0 && (
        <p>{t.weight(percent(mine.share, spoken), percent(mine.present, spoken), figure(mine.weight, spoken))}</p>
      )}
      <p>{t.together(shown.name, figure(sum_wx, spoken), figure(sum_w, spoken), percent(sum_w > 0 ? sum_wx / sum_w : 0, spoken))}</p>
      <p>{t.pulled(percent(mean, spoken), figure(k, spoken))}</p>
      <p><strong>{t.formula}</strong><span class="formula">{workedOut(sum_wx, sum_w, k, mean, shown.score, spoken)}</span></p>
    </>
  )
}
