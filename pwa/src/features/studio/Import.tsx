/** Import: choose a package, see what it would change, then take it in, whole or not at all. */
import { useState } from 'preact/hooks'
import { type ApiError, asApiError, request } from '../../api/client'
import type { Imported, Preview } from '../../api/types'
import { shell } from '../../text/shell'
import { studio } from '../../text/studio'
import { Icon } from '../../ui/Icon'
import { Faults } from './Faults'
import { Frame } from './Frame'
import { MOST_BYTES } from './logic'
import { PreviewTable } from './PreviewTable'

type State =
  | { step: 'choose' }
  | { step: 'reading' | 'taking'; file: File; preview?: Preview }
  | { step: 'look'; file: File; preview: Preview }
  | { step: 'refused'; file: File; error: ApiError | 'too_large' }
  | { step: 'done'; file: File; done: Imported }

export default function Import() {
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
    <Frame on="import" title={t.places.import} below={t.importWhy}>
      <div class="studio-narrow stack">
        <Chooser file={'file' in state ? state.file : null} busy={state.step === 'reading' || state.step === 'taking'} onChoose={(file) => void look(file)} />
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
      </div>
    </Frame>
  )
}

type ChooserProps = { file: File | null; busy: boolean; onChoose: (file: File) => void }

function Chooser({ file, busy, onChoose }: ChooserProps) {
  const t = studio()
  const chosen = (event: Event) => {
    const input = event.currentTarget as HTMLInputElement
    const [first] = input.files ?? []
    if (first) onChoose(first)
    input.value = '' // so that the same file, mended, can be chosen again
  }
  return (
    <label class="card rowx studio-file">
      <span class="tile b"><Icon name="boks" /></span>
      <span class="grow"><strong>{file ? file.name : t.chooseFile}</strong><span class="two sm dim">{t.chooseFileWhy}</span></span>
      <span class="btn s slim" aria-hidden="true">{file ? t.otherFile : t.choose}</span>
      <input type="file" accept=".loype,.zip,application/zip" disabled={busy} onChange={chosen} />
    </label>
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
