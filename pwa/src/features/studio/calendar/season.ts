/** What the calendar decides without a screen: seasons, weeks, where a stage is aimed. */
import type { CalendarCell, CalendarRow, Conflict, PlanChange } from '../../../api/types'
import { daysAfter, mondayOf } from '../logic'

export const MOST_WEEKS = 26
const AUTUMN = 33

/** A span of weeks to look at, named by its first Monday and how many there are. */
export type Span = { name: 'half' | 'spring' | 'autumn'; year: number; first: string; weeks: number }

/** The Monday of an ISO week. */
export function mondayIn(year: number, week: number): string {
  return daysAfter(mondayOf(`${year}-01-04`), 7 * (week - 1))
}

export function weeksBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 604_800_000)
}

/** What may be chosen: half a year from this week, then the seasons of this year and the next that are not over. */
export function spansFrom(monday: string): Span[] {
  const year = Number(daysAfter(monday, 3).slice(0, 4))
  const seasons = [year, year + 1].flatMap((each): Span[] => {
    const autumn = mondayIn(each, AUTUMN)
    return [
      { name: 'spring', year: each, first: mondayIn(each, 1), weeks: 26 },
      { name: 'autumn', year: each, first: autumn, weeks: weeksBetween(autumn, mondayIn(each + 1, 1)) },
    ]
  })
  const left = seasons.filter(({ first, weeks }) => weeksBetween(monday, first) + weeks > 0)
  return [{ name: 'half', year, first: monday, weeks: MOST_WEEKS }, ...left.slice(0, 3)]
}

/** The week a stage is aimed at, one step on: never outside what is shown, never before this week. */
export function aimed(target: string, step: -1 | 1, weeks: readonly string[], now: string): string {
  const next = daysAfter(target, 7 * step)
  return weeks.includes(next) && next >= now ? next : target
}

/** The next block to go to by arrow key, over all rows: in the same row, or the nearest week of the row above or below. */
export function neighbour(rows: readonly CalendarRow[], run: string, quest: string, key: string): { run: string; quest: string } | null {
  const shown = rows.filter(({ cells }) => cells.some(canMove))
  const at = shown.findIndex((row) => row.run.id === run)
  const own = shown[at]?.cells.filter(canMove) ?? []
  const place = own.findIndex((cell) => cell.quest === quest)
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const next = own[place + (key === 'ArrowLeft' ? -1 : 1)]
    return next ? { run, quest: next.quest } : null
  }
  const other = shown[at + (key === 'ArrowUp' ? -1 : 1)]
  const here = own[place]?.week
  if (!other || !here) return null
  const nearest = other.cells.filter(canMove).toSorted((a, b) => Math.abs(weeksBetween(here, a.week)) - Math.abs(weeksBetween(here, b.week)))[0]
  return nearest ? { run: other.run.id, quest: nearest.quest } : null
}

/** Whether anything of a stage can be changed still. */
export function canMove({ opened }: CalendarCell): boolean {
  return !opened
}

/** The change of a stage's times, when it is one. */
export function timeOf(cell: CalendarCell, opens: string, deadline: string | null): PlanChange | null {
  if (opens === cell.opens && deadline === cell.deadline) return null
  return { kind: 'time', quest: cell.quest, opens, deadline }
}

/** How many are wrong, and how many are only advice. */
export function counted(items: readonly Conflict[]): { conflicts: number; advice: number } {
  const conflicts = items.filter(({ severity }) => severity === 'conflict').length
  return { conflicts, advice: items.length - conflicts }
}

/** By run and quest: the conflicts a block is in. */
export function troubled(items: readonly Conflict[]): Set<string> {
  return new Set(items.filter(({ severity }) => severity === 'conflict').flatMap(({ stages }) => stages.map(({ run, quest }) => `${run} ${quest}`)))
}
