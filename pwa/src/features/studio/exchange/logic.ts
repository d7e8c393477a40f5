/** What the screens of exchange decide without a screen. */
import type { SheetPreview, SheetRow, TakenTexts, TranslatedText } from '../../../api/types'

export const MOST_SHEET_BYTES = 5 * 1024 * 1024
export const MOST_TEXTS_BYTES = 2 * 1024 * 1024

export type RowState = SheetRow['state']
export type NoteCode = TakenTexts['notes'][number]['code']
export type Show = 'all' | 'stale' | 'new'

/** How many rows there are of each state. */
export function countedRows({ rows }: SheetPreview): Record<RowState, number> {
  const counts: Record<RowState, number> = { ok: 0, partly: 0, not: 0, example: 0 }
  for (const { state } of rows) counts[state] += 1
  return counts
}

/** What there is to say of the texts of a file: each code once, with how many it is of. */
export function countedNotes({ notes }: TakenTexts): [NoteCode, number][] {
  const codes = [...new Set(notes.map(({ code }) => code))]
  return codes.map((code) => [code, notes.filter((note) => note.code === code).length])
}

/** The texts that are asked for. */
export function shown(texts: readonly TranslatedText[], show: Show): TranslatedText[] {
  return texts.filter(({ state }) => show === 'all' || state === show)
}
