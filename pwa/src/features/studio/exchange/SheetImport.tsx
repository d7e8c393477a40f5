/** Questions from a spreadsheet: the template, a file, what each row becomes, then the drafts. */
import { useState } from 'preact/hooks'
import { asApiError, request } from '../../../api/client'
import type { Language, SheetMade, SheetPreview } from '../../../api/types'
import { LANGUAGES, LANGUAGE_NAMES, language } from '../../../text'
import { exchange } from '../../../text/exchange'
import { Icon } from '../../../ui/Icon'
import { FileChooser } from '../FileChooser'
import { MOST_SHEET_BYTES } from './logic'
import { type Failure, Refused } from './Refused'
import { SheetRows } from './SheetRows'

type State =
  | { step: 'choose' }
  | { step: 'reading'; file: File }
  | { step: 'look' | 'making'; file: File; preview: SheetPreview }
  | { step: 'refused'; file: File; error: Failure }
  | { step: 'made'; file: File; made: SheetMade }

export function SheetImport() {
  const t = exchange()
  const [spoken, setSpoken] = useState<Language>(language.value)
  const [state, setState] = useState<State>({ step: 'choose' })

  async function look(file: File, words: Language) {
    if (file.size > MOST_SHEET_BYTES) return setState({ step: 'refused', file, error: 'too_large' })
    setState({ step: 'reading', file })
    try {
      const preview = await request<SheetPreview>(`/studio/spreadsheets/preview?language=${words}`, { method: 'POST', body: file })
      setState({ step: 'look', file, preview })
    } catch (caught) {
      setState({ step: 'refused', file, error: asApiError(caught) })
    }
  }

  async function make({ file, preview }: { file: File; preview: SheetPreview }) {
    setState({ step: 'making', file, preview })
    try {
      setState({ step: 'made', file, made: await request<SheetMade>(`/studio/spreadsheets?language=${spoken}`, { method: 'POST', body: file }) })
    } catch (caught) {
      setState({ step: 'refused', file, error: asApiError(caught) })
    }
  }

  function speak(words: Language) {
    setSpoken(words)
    if (state.step === 'look') void look(state.file, words)
  }

  const busy = state.step === 'reading' || state.step === 'making'
  return (
    <div class="stack">
      <Template />
      <label class="field"><span>{t.textLanguage}</span>
        <select class="inp" value={spoken} disabled={busy} onChange={(event) => speak(event.currentTarget.value as Language)}>
          {LANGUAGES.map((each) => <option key={each} value={each}>{LANGUAGE_NAMES[each]}</option>)}
        </select>
      </label>
      <FileChooser
        file={'file' in state ? state.file : null} busy={busy} title={t.chooseSheet} why={t.chooseSheetWhy} icon="kal"
        accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" onChoose={(file) => void look(file, spoken)}
      />
      <div class="stack" aria-live="polite">
        {state.step === 'reading' && <p class="dim">{t.looking}</p>}
        {state.step === 'refused' && <Refused error={state.error} retry={() => void look(state.file, spoken)} />}
        {(state.step === 'look' || state.step === 'making') && (
          <SheetRows preview={state.preview}>
            <button type="button" class="btn slim" aria-disabled={state.step === 'making'} onClick={() => state.step === 'look' && void make(state)}>
              {state.step === 'making' ? t.making : t.make(t.posts(state.preview.modules.length))}
            </button>
          </SheetRows>
        )}
        {state.step === 'made' && <Made made={state.made} />}
      </div>
    </div>
  )
}

function Template() {
  const t = exchange()
  return (
    <div class="card rowx studio-beside">
      <span class="grow sm dim">{t.templateWhy}</span>
      <a class="btn s slim" href="/api/v1/studio/spreadsheets/template" download="loype.xlsx"><Icon name="last-ned" small />{t.template}</a>
    </div>
  )
}

function Made({ made: { modules } }: { made: SheetMade }) {
  const t = exchange()
  return (
    <div class="note g">
      <Icon name="ok" />
      <div class="grow stack">
        <p><strong>{t.made(t.posts(modules.length))}</strong><span class="two sm">{t.madeWhy}</span></p>
        <ul class="list">
          {modules.map(({ id, title, cards }) => (
            <li key={id} class="row"><span class="grow"><strong>{title}</strong><span class="two sm">{t.cards(cards)}</span></span>
              <a class="btn s slim" href={`/studio/post/${id}`} aria-label={`${t.openPost}: ${title}`}>{t.openPost}</a></li>
          ))}
        </ul>
      </div>
    </div>
  )
}
