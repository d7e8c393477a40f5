/** Endre løype: its texts by language, its weeks, and the posts in them, saved when one says so. */
import { useState } from 'preact/hooks'
import { type ApiError, asApiError, request } from '../../../api/client'
import type { PathDraft } from '../../../api/types'
import { navigate } from '../../../router'
import { LANGUAGE_NAMES, language } from '../../../text'
import { paths } from '../../../text/paths'
import { studio } from '../../../text/studio'
import { Absent, useAnswer } from '../asking'
import { Frame } from '../Frame'
import { toggled } from '../logic'
import { FaultList } from './FaultList'
import { LANGUAGES, MOST_WEEKS, type PathDocument, empty, freshWeek, inLanguages, isWhole, languagesOf, withPost, withWeek } from './document'
import { TextFields } from './TextFields'
import { WeekForm } from './WeekForm'
import './paths.css'

const newName = () => `uke-${crypto.randomUUID().slice(0, 8)}`

/** A path that is not there yet, under an id made here. */
export function NewPath() {
  const [id] = useState(() => crypto.randomUUID())
  return (
    <Frame on="paths" title={paths().newPath} back={{ to: '/studio/loyper', label: studio().toPaths }}>
      <Form id={id} document={empty(language.value, newName())} revision={null} opened={[]} titles={{}} />
    </Frame>
  )
}

export default function PathEditor({ id }: { id: string }) {
  const asked = useAnswer<PathDraft>(`/studio/paths/${encodeURIComponent(id)}/document`)
  const found = asked.data
  const back = { to: `/studio/loype/${id}`, label: studio().toPath }
  return (
    <Frame on="paths" title={paths().editing} below={found?.title} back={back}>
      {found
        ? <Form id={id} document={found.document as PathDocument} revision={found.revision} opened={found.opened} titles={titlesOf(found)} />
        : <Absent asked={asked} />}
    </Frame>
  )
}

function titlesOf({ modules }: PathDraft): Record<string, string> {
  return Object.fromEntries(modules.map(({ slug, title }) => [slug, title]))
}

type Props = { id: string; document: PathDocument; revision: string | null; opened: readonly string[]; titles: Record<string, string> }

function Form({ id, document: first, revision: known, opened, titles: told }: Props) {
  const t = paths()
  const [document, setDocument] = useState(first)
  const [saved, setSaved] = useState({ document: known === null ? null : first, revision: known })
  const [titles, setTitles] = useState(told)
  const [state, setState] = useState<'ready' | 'busy' | 'done' | ApiError>('ready')
  const languages = languagesOf(document)
  const change = (next: PathDocument) => {
    setDocument(next)
    setState('ready')
  }
  const fresh = saved.document !== document

  async function save(event: Event) {
    event.preventDefault()
    if (state === 'busy' || !isWhole(document)) return
    setState('busy')
    try {
      const match = saved.revision === null ? {} : { match: `"${saved.revision}"` }
      const done = await request<PathDraft>(`/studio/paths/${id}`, { method: 'PUT', body: { document }, ...match })
      setSaved({ document, revision: done.revision })
      setState('done')
      // What was not there stands on a page of its own now, with the way to give it to somebody.
      if (known === null) navigate(`/studio/loype/${id}`)
    } catch (caught) {
      setState(asApiError(caught))
    }
  }

  return (
    <form class="stack studio-narrow" onSubmit={(event) => void save(event)} noValidate>
      <fieldset class="card stack">
        <legend class="lead">{t.texts}</legend>
        <fieldset class="path-languages">
          <legend class="legend">{t.languages}</legend>
          {LANGUAGES.map((one) => (
            <label key={one} class="check">
              <input
                type="checkbox" checked={languages.includes(one)} disabled={languages.length === 1 && languages[0] === one}
                onChange={() => change(inLanguages(document, LANGUAGES.filter((each) => toggled(languages, one).includes(each))))}
              />
              <span>{LANGUAGE_NAMES[one]}</span>
            </label>
          ))}
        </fieldset>
        <TextFields of={document} languages={languages} change={(field, texts) => change({ ...document, [field]: texts })} />
      </fieldset>
      <h2>{t.weeks}</h2>
      <p class="sm dim">{t.laterRuns} {t.dragHow}</p>
      {document.quests.map((week, place) => (
        <WeekForm
          key={week.id} week={week} number={place + 1} languages={languages} titles={titles} isOpen={opened.includes(week.id)}
          last={document.quests.length - 1}
          change={(next) => change(withWeek(document, place, next))}
          add={(slug, title) => {
            setTitles({ ...titles, [slug]: title })
            change(withPost(document, place, slug))
          }}
          move={(by) => {
            const to = place + by
            const all = [...document.quests]
            const [one] = all.splice(place, 1)
            if (one) all.splice(to, 0, one)
            change({ ...document, quests: all })
          }}
          remove={() => change({ ...document, quests: document.quests.filter((_, at) => at !== place) })}
        />
      ))}
      {document.quests.length < MOST_WEEKS && (
        <button type="button" class="btn s" onClick={() => change({ ...document, quests: [...document.quests, freshWeek(languages, newName())] })}>{t.addWeek}</button>
      )}
      <div class="card stack">
        <p role="status" class="sm">{state === 'done' ? t.saved : fresh ? t.unsaved : ''}</p>
        {state instanceof Error && <Trouble error={state} />}
        <button type="submit" class="btn" disabled={!isWhole(document)} aria-disabled={state === 'busy'}>{state === 'busy' ? t.saving : t.save}</button>
      </div>
    </form>
  )
}

function Trouble({ error }: { error: ApiError }) {
  const t = paths()
  if (error.faults.length > 0) return <FaultList faults={error.faults} />
  const why = error.kind === 'network' ? studio().offlineWhy : error.code === 'changed_elsewhere' ? t.elsewhere : error.code === 'quest_open' ? t.questOpen : studio().notDone
  return <p class="wrong" role="alert">{why}</p>
}
