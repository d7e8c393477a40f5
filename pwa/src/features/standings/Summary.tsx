/** How it went for a department, in words: one's own, or any that somebody picks. */
import { useState } from 'preact/hooks'
import type { BoardRow, DepartmentBoard } from '../../api/types'
import { language } from '../../text'
import { results } from '../../text/results'
import { figure, mineOf, percent } from './logic'

const UNITS = { participation: 'module', completion: 'quest', points: 'point', recall: 'item', improvement: null } as const

export function Summary({ board }: { board: DepartmentBoard }) {
  const t = results()
  const [chosen, setChosen] = useState(mineOf(board)?.department ?? board.rows[0]?.department)
  const row = board.rows.find(({ department }) => department === chosen)
  if (!row || !board.competition) return null
  return (
    <section class="card stack" aria-labelledby="summary">
      <h2 id="summary">{t.summary}</h2>
      <label class="field">
        <span>{t.summaryOf}</span>
        <select class="inp" value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
          {board.rows.map(({ department, name }) => <option key={department} value={department}>{name}</option>)}
        </select>
      </label>
      <p role="status">{told(row, board, UNITS[board.competition.rule])}</p>
    </section>
  )
}

function told(row: BoardRow, board: DepartmentBoard, unit: (typeof UNITS)[keyof typeof UNITS]): string {
  const t = results()
  const spoken = language.value
  const beside = board.rows.filter(({ size_class }) => size_class === row.size_class)
  const winner = beside.find(({ rank }) => rank === 1)
  const { counted } = row
  return [
    t.ended(row.name, row.rank, beside.length, percent(row.score, spoken)),
    counted && unit ? t.took(figure(counted.taken, spoken), figure(counted.possible, spoken), unit) : null,
    row.rank === 1 ? t.wonSelf : winner ? t.won(winner.name, percent(winner.score, spoken)) : null,
    t.mean(percent(row.parts.mean, spoken)),
  ].filter((each) => each !== null).join(' ')
}
