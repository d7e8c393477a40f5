/** What each row of a spreadsheet becomes, with its number in the file. */
import type { ComponentChildren } from 'preact'
import type { SheetPreview, SheetRow } from '../../../api/types'
import { exchange } from '../../../text/exchange'
import { Icon } from '../../../ui/Icon'
import { Message } from '../../../ui/States'
import { countedRows } from './logic'

const LOOKS = { ok: 'chip g', partly: 'chip', not: 'chip w', example: 'chip' } as const
const ICONS = { ok: 'ok', partly: 'klokke', not: 'info', example: 'info' } as const

type Props = { preview: SheetPreview; children: ComponentChildren }

/** `children`: what can be done about it, above the table. */
export function SheetRows({ preview, children }: Props) {
  const t = exchange()
  const counts = countedRows(preview)
  const rows = preview.rows.filter(({ state }) => state !== 'example')
  return (
    <>
      <p class="dim">{t.rows(counts.ok, counts.partly, counts.not)} {counts.example > 0 && t.examplesLeft(counts.example)} {t.nothingStored}</p>
      {preview.unread.length > 0 && <p class="note"><Icon name="info" />{t.unread(preview.unread.join(', '))}</p>}
      {preview.modules.length > 0 ? children : <Message icon="info" title={t.noRows} why={t.noRowsWhy} />}
      {rows.length > 0 && (
        <section class="list">
          <table class="studio-table folds">
            <caption class="sr">{t.result}</caption>
            <thead><tr><th scope="col">{t.row}</th><th scope="col">{t.question}</th><th scope="col">{t.kind}</th><th scope="col">{t.result}</th></tr></thead>
            <tbody>{rows.map((row) => <Row key={row.row} row={row} />)}</tbody>
          </table>
        </section>
      )}
    </>
  )
}

function Row({ row }: { row: SheetRow }) {
  const t = exchange()
  if (row.state === 'example') return null
  return (
    <tr>
      <th scope="row" class="light"><span class="sr">{t.row} </span>{row.row}</th>
      <td><strong>{row.prompt}</strong><span class="two sm dim">{row.module}</span></td>
      <td>{row.kind === null ? '' : (t.kinds[row.kind] ?? row.kind)}</td>
      <td>
        <span class={LOOKS[row.state]}><Icon name={ICONS[row.state]} />{t.states[row.state]}</span>
        {row.notes.map((code) => <span key={code} class="two sm">{t.notes[code] ?? code}</span>)}
      </td>
    </tr>
  )
}
