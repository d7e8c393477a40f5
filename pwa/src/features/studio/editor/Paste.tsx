/** A whole text with questions: pasted, seen line by line as what it became, and put in. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { asApiError } from '../../../api/client'
import type { Language } from '../../../api/types'
import { editor } from '../../../text/editor'
import { shell } from '../../../text/shell'
import { studio } from '../../../text/studio'
import { Dialog } from '../../../ui/Dialog'
import { Icon } from '../../../ui/Icon'
import { nameOf } from '../keys'
import { keyIds, typeOf } from './cards'
import { useForm } from './form'
import { listsOf } from './kinds'
import { parse } from './server'
import type { Parsed } from './shapes'
import { type Thing, textAt, thingsAt } from './places'

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
      <div class="field">
        <label class="legend" for="paste-text">{t.text}</label>
        <small class="dim editor-hint" id="paste-why">{t.why}</small>
        <textarea
          ref={field} id="paste-text" aria-describedby="paste-why" class="inp editor-paste" rows={10} maxLength={MOST} placeholder={t.example} lang={language} value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (nameOf(event) !== 'Ctrl+Enter') return
            event.preventDefault()
            insert()
          }}
        />
      </div>
      <p role="status" class="sm">{state.step === 'reading' ? t.reading : state.step === 'read' ? t.became(cards.length) : ''}</p>
      {state.step === 'failed' && (
        <div role="alert" class="stack"><p class="wrong">{state.offline ? studio().offline : t.failed}</p><button type="button" class="btn s slim" onClick={() => setTurn(turn + 1)}>{shell().retry}</button></div>
      )}
      {state.step === 'read' && <Lines parsed={state.parsed} />}
      <div class="dialog-row stays">
        <button type="button" class="btn" aria-disabled={cards.length === 0} aria-keyshortcuts="Control+Enter" onClick={insert}>{t.insert}</button>
        <button type="button" class="btn s" onClick={onClose}>{t.close}</button>
      </div>
    </Dialog>
  )
}

/** The cards it becomes, each with the line it begins on and its answers; then what must be looked at. */
function Lines({ parsed: { cards, starts, lines } }: { parsed: Parsed }) {
  const t = editor().paste
  const language = useForm().shown[0] ?? 'nb'
  if (cards.length === 0 && lines.length === 0) return null
  return (
    // What scrolls must be reached by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div class="editor-lines stack" tabIndex={0} role="region" aria-label={t.cards}>
      {lines.length > 0 && (
        <div class="note w"><Icon name="info" /><div class="grow">
          <h3>{t.told}</h3>
          <ul class="sm">{lines.map(({ line, code, text }) => <li key={`${line} ${code}`}><strong>{t.lineIs(line)}:</strong> {text && `«${text}» `}{t.codes[code] ?? code}</li>)}</ul>
        </div></div>
      )}
      <ol class="stack">
        {cards.map((card, number) => (
          <li key={number} class="editor-item sm">
            <p class="dim xs">{starts[number] !== undefined && `${t.lineIs(starts[number])} · `}{editor().types[typeOf(card)]}</p>
            <p><strong>{textAt(card, ['prompt'], language)}</strong></p>
            <Answers card={card} language={language} />
          </li>
        ))}
      </ol>
    </div>
  )
}

function Answers({ card, language }: { card: Thing; language: Language }) {
  const list = listsOf(typeOf(card))[0]
  if (!list) return null
  const right = list.marking === 'order' ? [] : keyIds(card)
  return (
    <ul>
      {thingsAt(card, [list.name]).map((item) => (
        <li key={String(item.id)} class="editor-answer">
          {right.includes(String(item.id)) ? <><Icon name="ok" small /><span class="sr">{editor().right}: </span></> : <span aria-hidden="true">·</span>}
          {textAt(item, ['text'], language)}
        </li>
      ))}
    </ul>
  )
}
