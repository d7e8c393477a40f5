/** Figures of the board as people read them. */
import type { BoardRow, Cheers, DepartmentBoard, Language, PeopleBoard, PersonRow } from '../../api/types'
import { type Leading, leadingOf } from '../../rules/leading'

const LOCALES: Record<Language, string> = { nb: 'nb-NO', nn: 'nb-NO', en: 'en-GB' }

/** "78 %", and in English "78%". A share in 0..1. */
export function percent(share: number, language: Language): string {
  const whole = Math.round(share * 100)
  return language === 'en' ? `${whole}%` : `${whole}\u00a0%`
}

/** A figure with at most `digits` decimals, written as the language does. */
export function figure(value: number, language: Language, digits = 2): string {
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: digits }).format(value)
}

/** The names in a row: "a", "a og b", "a, b og c". */
export function listed(names: readonly string[], and: string): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${and} ${last}`
}

/** Whether a bar of people has anything to tell beside the neighbours: the top three that are not already around. */
export function topApart(board: PeopleBoard): PersonRow[] {
  const shown = new Set(board.around.map(({ rank, name, points }) => `${rank} ${name} ${points}`))
  return board.top.every(({ rank, name, points }) => shown.has(`${rank} ${name} ${points}`)) ? [] : board.top
}

/** The rows by size class: the viewer's own first, then from the largest. */
export function inClasses(rows: readonly BoardRow[]): BoardRow[][] {
  const own = rows.find(({ mine }) => mine)?.size_class
  const numbers = [...new Set(rows.map(({ size_class }) => size_class))].sort((a, b) => Number(b === own) - Number(a === own) || a - b)
  return numbers.map((number) => rows.filter(({ size_class }) => size_class === number))
}

/** How many members the smallest and the largest of a class have. */
export function sizesOf(rows: readonly BoardRow[]): [number, number] {
  const sizes = rows.map(({ members }) => members)
  return [Math.min(...sizes), Math.max(...sizes)]
}

/** The viewer's own department on the board. */
export function mineOf(board: Pick<DepartmentBoard, 'rows'>) {
  return board.rows.find(({ mine }) => mine) ?? null
}

/** How one's own department leads its class; null where it does not. */
export function firstAs(board: Pick<DepartmentBoard, 'rows'>): Leading | null {
  const mine = mineOf(board)
  if (!mine) return null
  const field = board.rows.filter(({ size_class }) => size_class === mine.size_class)
  return leadingOf({ rank: mine.rank, sharing: field.filter(({ rank }) => rank === mine.rank).length, of: field.length })
}

/** The formula with the department's own numbers, as it is worked out. */
export function workedOut(sum_wx: number, sum_w: number, k: number, mean: number, score: number, language: Language): string {
  const [wx, w, m] = [sum_wx, sum_w, mean].map((value) => figure(value, language))
  return `(${wx} + ${figure(k, language)} × ${m}) / (${w} + ${figure(k, language)}) = ${percent(score, language)}`
}

/** Whom one can cheer for: one's own departments first, then the others on the board. */
export function cheerable({ departments }: Pick<Cheers, 'departments'>, rows: readonly BoardRow[]): { id: string; name: string }[] {
  const own = new Set(departments.map(({ id }) => id))
  return [...departments, ...rows.filter(({ department }) => !own.has(department)).map(({ department, name }) => ({ id: department, name }))]
}

const ON_MAP = 10

/** Those of a class that a map has room for: all, or the first, and those beside one's own. */
export function onMap(rows: readonly BoardRow[]): BoardRow[] {
  if (rows.length <= ON_MAP) return [...rows]
  const own = rows.findIndex(({ mine }) => mine)
  return rows.filter((_, index) => index < ON_MAP / 2 || Math.abs(index - own) <= 2)
}
