/** A file that came back from a translator: what it would change, then taken into the draft. */
import { useState } from 'preact/hooks'
import { asApiError, request } from '../../../api/client'
import type { TakenTexts } from '../../../api/types'
import { exchange } from '../../../text/exchange'
import { Icon } from '../../../ui/Icon'
import { FileChooser } from '../FileChooser'
import { countedNotes, MOST_TEXTS_BYTES } from './logic'
import { type Failure, Refused } from './Refused'

type State =
  | { step: 'choose' }
  | { step: 'reading'; file: File }
  | { step: 'look' | 'taking'; file: File; told: TakenTexts }
  | { step: 'refused'; file: File; error: Failure }
  | { step: 'taken'; told: TakenTexts }

export function TakeTexts({ address, onTaken }: { address: string; onTaken: () => void }) {
  const t = exchange()
  const [state, setState] = useState<State>({ step: 'choose' })

  async function look(file: File) {
    if (file.size > MOST_TEXTS_BYTES) return setState({ step: 'refused', file, error: 'too_large' })
    setState({ step: 'reading', file })
    try {
      setState({ step: 'look', file, told: await request<TakenTexts>(`${address}/preview`, { method: 'POST', body: file }) })
    } catch (caught) {
      setState({ step: 'refused', file, error: asApiError(caught) })
    }
  }

  async function take({ file, told }: { file: File; told: TakenTexts }) {
    setState({ step: 'taking', file, told })
    try {
      setState({ step: 'taken', told: await request<TakenTexts>(address, { method: 'PUT', body: file }) })
      onTaken()
    } catch (caught) {
      setState({ step: 'refused', file, error: asApiError(caught) })
    }
  }

  const busy = state.step === 'reading' || state.step === 'taking'
  return (
    <section class="card stack" aria-labelledby="take-texts">
      <h2 id="take-texts">{t.takeBack}</h2>
      <FileChooser
        file={'file' in state ? state.file : null} busy={busy} title={t.chooseTexts} why={t.chooseTextsWhy} icon="glob"
        accept=".xliff,.xlf,.xlsx,application/xliff+xml" onChoose={(file) => void look(file)}
      />
      <div class="stack" aria-live="polite">
        {state.step === 'reading' && <p class="dim">{t.looking}</p>}
        {state.step === 'refused' && <Refused error={state.error} retry={() => void look(state.file)} />}
        {(state.step === 'look' || state.step === 'taking') && (
          <>
            <p>{t.wouldTake(state.told.taken, state.told.same)}</p>
            <Notes told={state.told} />
            <button type="button" class="btn slim" aria-disabled={busy} onClick={() => state.step === 'look' && void take(state)}>{busy ? t.taking : t.take}</button>
          </>
        )}
        {state.step === 'taken' && <div class="note g"><Icon name="ok" /><p><strong>{t.took(state.told.taken)}</strong><span class="two sm">{t.tookWhy}</span></p></div>}
      </div>
    </section>
  )
}

function Notes({ told }: { told: TakenTexts }) {
  const t = exchange()
  const notes = countedNotes(told)
  if (notes.length === 0) return null
  return <ul class="note sm stack">{notes.map(([code, count]) => <li key={code}>{t.textNotes[code](count)}</li>)}</ul>
}
