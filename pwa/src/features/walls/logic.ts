/** What a wall shows at a time. */
import type { WallBoard } from '../../api/types'
import { standings } from '../../text/standings'
import { walls } from '../../text/walls'

type Row = WallBoard['rows'][number]
export type Field = { title: string; rows: Row[] }

/** So many departments can be read from across a room. */
export const MOST_ROWS = 8

/** The classes, those with many departments in parts. */
export function fieldsOf(rows: readonly Row[]): Field[] {
  const classes = [...new Set(rows.map(({ size_class }) => size_class))].sort((a, b) => a - b)
  return classes.flatMap((number) => {
    const own = rows.filter(({ size_class }) => size_class === number)
    const sizes = own.map(({ members }) => members)
    const title = standings().sizeClass(Math.min(...sizes), Math.max(...sizes))
    const parts = Math.ceil(own.length / MOST_ROWS)
    return Array.from({ length: parts }, (_, part) => ({ title, rows: own.slice(part * MOST_ROWS, (part + 1) * MOST_ROWS) }))
  })
}

/** Who leads or won, where that is one alone; else what is shown. */
export function headline(field: Field, state: WallBoard['state']): string {
  const [first, second] = field.rows
  if (!first || first.rank !== 1 || second?.rank === 1) return field.title
  return state === 'closed' ? walls().won(first.name) : walls().leads(first.name)
}
