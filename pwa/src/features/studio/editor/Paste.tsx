/** A whole text with questions: pasted, seen line by line as what it became, and put in. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { asApiError } from '../../../api/client'
import type { Language } from '../../../api/types'
import { editor } from '../../../text/editor'
import { shell } from '../../../text/shell'
import { studio } from '../../../text/studio'
import { Dialog } from '../../../ui/Dialog'
import { nameOf } from '../keys'
import { parse } from './server'
import type { Parsed } from './shapes'
import type { Thing } from './places'

const REST = 300
const MOST = 200_000

type State = { step: 'empty' | 'reading' } | { step: 'read'; parsed: Parsed } | { step: 'failed'; offline: boolean }
type Props = { language: Language; onInsert: (cards: readonly Thing[]) => void; onClose: () => void }

export function Paste({ language, onInsert, onClose }: Props) {
  const t = editor().paste
  const [text, setText] = useState('')
  const [turn, setTurn] = useState(0)
  const [state, setState] = useState<State>({ step: 'empty' })
  const field = useRef<HTMLTextAreaElement>(null)
  const wanting = useRef(false)
  useEffect(() => field.current?.focus(), [])
  useEffect(() => {
    if (text.trim() === '') return setState({ step: 'empty' })
    let wanted = true
    setState({ step: 'reading' })
    const asking = setTimeout(() => {
      parse(text, language).then(
        (parsed) => wanted && setState({ step: 'read', parsed }),
        (caught: unknown) => wanted && setState({ step: 'failed', offline: asApiError(caught).kind === 'network' }),
      )
    }, REST)
    return () => {
      wanted = false
      clearTimeout(asking)
    }
  }, [text, language, turn])
  const cards = state.step === 'read' ? state.parsed.cards : []
  const insert = () => {
    // Whoever is quicker than the server is not asked twice.
    wanting.current = cards.length === 0 && state.step === 'reading'
    if (cards.length > 0) onInsert(cards)
  }
  useEffect(() => {
    if (wanting.current && cards.length > 0) onInsert(cards)
  }, [cards])
  return (
    <Dialog title={t.title} wide onClose={onClose}>
      <label class="field">
        <span>{t.text}</span>
        <small class="dim editor-hint">{t.why}</small>
        <textarea
          ref={field} class="inp editor-paste" rows={10} maxLength={MOST} placeholder={t.example} lang={language} value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (nameOf(event) !== 'Ctrl+Enter') return
            event.preventDefault()
            insert()
          }}
        />
      </label>
      <p role="status" class="sm">{state.step === 'reading' ? t.reading : state.step === 'read' ? t.became(cards.length) : ''}</p>
      {state.step === 'failed' && (
        <div role="alert" class="stack"><p class="wrong">{state.offline ? studio().offline : t.failed}</p><button type="button" class="btn s slim" onClick={() => setTurn(turn + 1)}>{shell().retry}</button></div>
      )}
      {state.step === 'read' && <Lines parsed={state.parsed} />}
      <div class="dialog-row">
        <button type="button" class="btn" aria-disabled={cards.length === 0} aria-keyshortcuts="Control+Enter" onClick={insert}>{t.insert}</button>
        <button type="button" class="btn s" onClick={onClose}>{t.close}</button>
      </div>
    </Dialog>
  )
}

function Lines({ parsed: { lines } }: { parsed: Parsed }) {
  const t = editor().paste
  if (lines.length === 0) return null
  return (
    // A list that scrolls must be reached by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div class="editor-lines scroll" tabIndex={0} role="region" aria-label={t.lines}>
      <table class="studio-table">
        <caption class="sr">{t.lines}</caption>
        <thead><tr><th scope="col">{t.line}</th><th scope="col">{t.what}</th><th scope="col">{t.text_}</th></tr></thead>
        <tbody>
          {lines.map(({ line, code, text }) => <tr key={line}><th scope="row">{line}</th><td>{t.codes[code] ?? code}</td><td>{text}</td></tr>)}
        </tbody>
      </table>
    </div>
  )
}
