/** What an editor says of a medium: its focus, its title, what it shows in each language, on what terms. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { type ApiError, asApiError, request } from '../../../api/client'
import type { StudioMedium } from '../../../api/types'
import { media } from '../../../text/media'
import { studio } from '../../../text/studio'
import { FocusPoint } from './FocusPoint'
import { type Draft, LANGUAGES, LICENCES, changeOf, draftOf } from './logic'
import { Played } from './Played'

type State = 'ready' | 'busy' | 'saved' | ApiError
type Props = { medium: StudioMedium; saved: () => void; children: ComponentChildren }

export function DescribeForm({ medium, saved, children }: Props) {
  const t = media()
  const [draft, setDraft] = useState<Draft>(() => draftOf(medium))
  const [state, setState] = useState<State>('ready')
  const set = (part: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...part }))
    setState('ready')
  }

  async function save(event: Event) {
    event.preventDefault()
    if (state === 'busy') return
    setState('busy')
    try {
      await request<StudioMedium>(`/studio/media/${medium.hash}`, { method: 'PATCH', body: changeOf(draft) })
      setState('saved')
      saved()
    } catch (caught) {
      setState(asApiError(caught))
    }
  }

  return (
    <form class="studio-split" onSubmit={(event) => void save(event)} noValidate>
      <div class="stack">
        {medium.family === 'picture'
          ? <FocusPoint hash={medium.hash} alt={medium.alt.nb ?? medium.named} drawn={medium.width === null} focus={draft.focus} onFocus={(focus) => set({ focus })} />
          : <Played medium={medium} />}
        <section class="card stack">
          <Line name={t.name} help={t.nameWhy} value={draft.title} most={120} onText={(title) => set({ title })} />
          {medium.family === 'picture' && <Alt alt={draft.alt} onAlt={(alt) => set({ alt })} />}
        </section>
        <Terms draft={draft} set={set} />
      </div>
      <div class="stack">
        <section class="card stack media-save" aria-label={t.save}>
          {state instanceof Error && <p class="wrong" role="alert">{reason(state)}</p>}
          <button type="submit" class="btn" aria-disabled={state === 'busy'}>{state === 'busy' ? t.saving : t.save}</button>
          <p class="sm told" role="status">{state === 'saved' ? t.saved : ''}</p>
        </section>
        {children}
      </div>
    </form>
  )
}

function Alt({ alt, onAlt }: { alt: Draft['alt']; onAlt: (alt: Draft['alt']) => void }) {
  const t = media()
  return (
    <fieldset class="stack">
      <legend class="legend">{t.alt}</legend>
      <p class="xs dim">{t.altWhy}</p>
      {LANGUAGES.map((language) => (
        <label key={language} class="field">
          <span>{t.altIn[language]}</span>
          <textarea
            class="inp media-text" lang={language} rows={2} maxLength={500} value={alt[language]}
            onInput={(event) => onAlt({ ...alt, [language]: event.currentTarget.value.replace(/\s*\n\s*/g, ' ') })}
          />
        </label>
      ))}
    </fieldset>
  )
}

function Terms({ draft, set }: { draft: Draft; set: (part: Partial<Draft>) => void }) {
  const t = media()
  return (
    <fieldset class="card stack">
      <legend class="lead">{t.terms}</legend>
      <label class="field">
        <span>{t.licence}</span>
        <select
          class="inp" value={draft.licence ?? 'none'}
          onChange={({ currentTarget: { value } }) => set({ licence: LICENCES.find((each) => each === value) ?? null })}
        >
          <option value="none">{t.licences.none}</option>
          {LICENCES.map((licence) => <option key={licence} value={licence}>{t.licences[licence]}</option>)}
        </select>
      </label>
      <Line name={t.credit} value={draft.credit} most={200} onText={(credit) => set({ credit })} />
      <Line name={t.source} help={t.sourceWhy} value={draft.source} most={500} address onText={(source) => set({ source })} />
    </fieldset>
  )
}

type LineProps = { name: string; help?: string; value: string; most: number; address?: boolean; onText: (text: string) => void }

function Line({ name, help, value, most, address = false, onText }: LineProps) {
  return (
    <label class="field">
      <span>{name}</span>
      <input
        class="inp" inputMode={address ? 'url' : 'text'} value={value} maxLength={most} autocomplete="off"
        onInput={(event) => onText(event.currentTarget.value)}
      />
      {help && <small class="xs dim">{help}</small>}
    </label>
  )
}

function reason(error: ApiError): string {
  if (error.kind === 'network') return studio().offlineWhy
  const [field] = Object.keys(error.errors)
  return (field !== undefined && media().troubles[field]) || (error.status === 404 ? media().gone : studio().notDone)
}
