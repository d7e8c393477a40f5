/** Import: choose a package or a spreadsheet, see what it would change, then take it in. A package is whole or not at all. */
import { useState } from 'preact/hooks'
import { type ApiError, asApiError, request } from '../../api/client'
import type { Imported, Preview } from '../../api/types'
import { exchange } from '../../text/exchange'
import { shell } from '../../text/shell'
import { studio } from '../../text/studio'
import { Icon } from '../../ui/Icon'
import { SheetImport } from './exchange/SheetImport'
import { Faults } from './Faults'
import { FileChooser } from './FileChooser'
import { Frame } from './Frame'
import { MOST_BYTES } from './logic'
import { PreviewTable } from './PreviewTable'

type State =
  | { step: 'choose' }
  | { step: 'reading' | 'taking'; file: File; preview?: Preview }
  | { step: 'look'; file: File; preview: Preview }
  | { step: 'refused'; file: File; error: ApiError | 'too_large' }
  | { step: 'done'; file: File; done: Imported }

type Way = 'package' | 'sheet'
const WAYS: readonly Way[] = ['package', 'sheet']

export default function Import() {
  const t = studio()
  const words = exchange()
  const [way, setWay] = useState<Way>('package')
  return (
    <Frame on="import" title={t.places.import} below={way === 'package' ? t.importWhy : words.sheetWhy}>
      <div class="studio-narrow stack">
        <div class="editor-chips" role="group" aria-label={words.waysOf}>
          {WAYS.map((each) => <button key={each} type="button" class="btn s slim" aria-pressed={way === each} onClick={() => setWay(each)}>{words.ways[each]}</button>)}
        </div>
        {way === 'package' ? <PackageImport /> : <SheetImport />}
      </div>
    </Frame>
  )
}

function PackageImport() {
  const t = studio()
  const [state, setState] = useState<State>({ step: 'choose' })

  async function look(file: File) {
    if (file.size > MOST_BYTES) return setState({ step: 'refused', file, error: 'too_large' })
    setState({ step: 'reading', file })
    try {
      setState({ step: 'look', file, preview: await request<Preview>('/studio/packages/preview', { method: 'POST', body: file }) })
    } catch (caught) {
      setState({ step: 'refused', file, error: asApiError(caught) })
    }
  }

  async function take({ file, preview }: { file: File; preview: Preview }) {
    setState({ step: 'taking', file, preview })
    try {
      setState({ step: 'done', file, done: await request<Imported>('/studio/packages', { method: 'POST', body: file }) })
    } catch (caught) {
      setState({ step: 'refused', file, error: asApiError(caught) })
    }
  }

  return (
    <>
      <FileChooser
        file={'file' in state ? state.file : null} busy={state.step === 'reading' || state.step === 'taking'} title={t.chooseFile} why={t.chooseFileWhy}
        accept=".loype,.zip,application/zip" onChoose={(file) => void look(file)}
      />
      <div class="stack" aria-live="polite">
        {state.step === 'reading' && <p class="dim">{t.looking}</p>}
        {state.step === 'refused' && <Faults error={state.error} retry={() => void look(state.file)} />}
        {(state.step === 'look' || state.step === 'taking') && state.preview && (
          <PreviewTable preview={state.preview}>
            <button type="button" class="btn slim" aria-disabled={state.step === 'taking'} onClick={() => state.step === 'look' && void take(state)}>
              {state.step === 'taking' ? t.takingIn : t.takeIn}
            </button>
          </PreviewTable>
        )}
        {state.step === 'done' && <Done done={state.done} />}
      </div>
    </>
  )
}

function Done({ done }: { done: Imported }) {
  const t = studio()
  return (
    <div class="note g">
      <Icon name="ok" />
      <div class="grow stack">
        <p><strong>{t.taken(shell().posts(done.modules))}</strong><span class="two sm">{t.takenWhat(done.new, done.changed)}</span></p>
        <a class="btn s" href="/studio/loyper">{t.toPaths}</a>
      </div>
    </div>
  )
}
