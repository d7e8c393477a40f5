import { expect, test } from 'vitest'
import type { SheetRow, TranslatedText } from '../../../api/types'
import { countedNotes, countedRows, shown } from './logic'

const row = (state: SheetRow['state']): SheetRow => ({ row: 2, module: 'Fall', kind: null, prompt: 'Hva?', state, notes: [] })
const text = (id: string, state: TranslatedText['state']): TranslatedText => ({ id, where: id, source: 'a', target: 'b', state })

test('rows are counted by what becomes of them', () => {
  const rows = [row('ok'), row('not'), row('ok'), row('example')]
  expect(countedRows({ rows, modules: [], unread: [] })).toEqual({ ok: 2, partly: 0, not: 1, example: 1 })
})

test('each thing to say of a file is said once', () => {
  const notes = [{ id: 'a', code: 'unknown' as const }, { id: 'b', code: 'too_long' as const }, { id: 'c', code: 'unknown' as const }]
  expect(countedNotes({ taken: 0, same: 0, notes })).toEqual([['unknown', 2], ['too_long', 1]])
  expect(countedNotes({ taken: 0, same: 0, notes: [] })).toEqual([])
})

test('texts are shown by how old they are', () => {
  const texts = [text('a', 'fresh'), text('b', 'stale'), text('c', 'new')]
  expect(shown(texts, 'all')).toEqual(texts)
  expect(shown(texts, 'stale').map(({ id }) => id)).toEqual(['b'])
  expect(shown(texts, 'new').map(({ id }) => id)).toEqual(['c'])
})
