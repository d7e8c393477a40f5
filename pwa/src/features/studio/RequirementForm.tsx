/** Nytt krav, or a change of one: what it is called, what must be mastered, for whom and for how long. */
import { useRef, useState } from 'preact/hooks'
import { type ApiError, asApiError, request } from '../../api/client'
import type { Page, Requirement, StudioTopic } from '../../api/types'
import { navigate } from '../../router'
import { requirements } from '../../text/requirements'
import { studio } from '../../text/studio'
import { Message } from '../../ui/States'
import { Absent, useAnswer } from './asking'
import { Audience } from './Audience'
import { EndRequirement } from './EndRequirement'
import { Frame } from './Frame'
import { Lasting } from './Lasting'
import { type RequirementDraft, draftOf, fresh, missing, planOf } from './requiring'
import { Topics } from './Topics'

const LANGUAGES = ['nb', 'nn', 'en'] as const

/** `id`: the requirement to change; null for a new one. */
export default function RequirementForm({ id }: { id: string | null }) {
  const t = requirements()
  const topics = useAnswer<Page<StudioTopic>>('/studio/competence/topics')
  const known = useAnswer<Requirement>(id === null ? '/studio/competence/topics' : `/studio/competence/${encodeURIComponent(id)}`)
  const asked = topics.data ? known : topics
  const back = { to: '/studio/krav', label: t.back }
  return (
    <Frame on="competence" title={id === null ? t.fresh : t.change} back={back}>
      {!topics.data || (id !== null && !known.data) || asked.error ? <Absent asked={asked} />
        : topics.data.total === 0 ? <Message icon="boks" title={t.noTopics} why={t.noTopicsWhy} />
          : <Form topics={topics.data.items} one={id === null ? null : known.data} />}
    </Frame>
  )
}

function Form({ topics, one }: { topics: readonly StudioTopic[]; one: Requirement | null }) {
  const t = requirements()
  const [draft, setDraft] = useState<RequirementDraft>(one ? draftOf(one) : fresh)
  const [state, setState] = useState<'ready' | 'busy' | ApiError>('ready')
  const id = useRef(one?.id ?? crypto.randomUUID())
  const set = (part: Partial<RequirementDraft>) => setDraft((before) => ({ ...before, ...part }))
  const lacks = missing(draft)

  async function save(event: Event) {
    event.preventDefault()
    if (state === 'busy' || lacks) return
    setState('busy')
    try {
      await request<Requirement>(`/studio/competence/${id.current}`, { method: 'PUT', body: planOf(draft) })
      navigate('/studio/krav')
    } catch (caught) {
      setState(asApiError(caught))
    }
  }

  const why = lacks === 'titles' ? t.needTitles : lacks === 'topics' ? t.needTopics : lacks === 'somebody' ? t.needSomebody : null
  return (
    <form class="studio-split" onSubmit={(event) => void save(event)} noValidate>
      <div class="stack">
        <fieldset class="card stack">
          <legend class="lead">{t.titles}</legend>
          {LANGUAGES.map((language) => (
            <label key={language} class="field">
              <span>{t.titleIn[language]}</span>
              <input
                class="inp" lang={language} value={draft.titles[language]} maxLength={120} autocomplete="off"
                onInput={(event) => set({ titles: { ...draft.titles, [language]: event.currentTarget.value } })}
              />
            </label>
          ))}
        </fieldset>
        <Topics topics={topics} chosen={draft.topics} set={(chosen) => set({ topics: chosen })} />
        <Audience draft={draft} set={set} />
        <Lasting draft={draft} set={set} />
      </div>
      <section class="card stack studio-foretold" aria-label={t.save}>
        {one && <p class="sm dim">{t.changeWhy}</p>}
        {why && <p class="sm" role="status">{why}</p>}
        {state instanceof Error && <p class="wrong" role="alert">{reason(state)}</p>}
        <button type="submit" class="btn" disabled={lacks !== null || one?.ended}>{state === 'busy' ? t.saving : t.save}</button>
        {one && !one.ended && <EndRequirement id={one.id} />}
      </section>
    </form>
  )
}

function reason(error: ApiError): string {
  if (error.kind === 'network') return studio().offlineWhy
  const [field] = Object.keys(error.errors)
  return (field !== undefined && requirements().troubles[field]) || studio().notDone
}
