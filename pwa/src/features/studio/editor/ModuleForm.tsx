/** What is said of the post as a whole: title, what to take along, languages, topic, sources, licence, exam. */
import type { Language } from '../../../api/types'
import { LANGUAGES, LANGUAGE_NAMES } from '../../../text'
import { editor } from '../../../text/editor'
import { Icon } from '../../../ui/Icon'
import { fieldId, useForm, useValue } from './form'
import { NumberInput, Select, WordInput } from './Inputs'
import { at, isThing, put, textAt, thingsAt } from './places'
import { FormsField, TextField } from './TextField'
import { Tool } from './Tool'
import { slugOf, withLanguage, withoutLanguage } from './module'

const LICENCES = ['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC0-1.0'] as const
const MOST_SOURCES = 10

export function ModuleForm() {
  const t = editor()
  return (
    <div class="stack">
      <h2 id="editor-card">{t.settings}</h2>
      <TextField place={['title']} label={t.module.title} rows={1} most={200} />
      <FormsField place={['takeaways']} label={t.module.takeaways} most={900} hint={t.module.takeawaysWhy} />
      <Spoken />
      <Topic />
      <Sources />
      <Licence />
      <WordInput place={['credits']} label={t.module.credits} most={200} />
      <Exam />
    </div>
  )
}

function Spoken() {
  const t = editor()
  const { document, change } = useForm()
  const spoken = (at(document, ['languages']) ?? []) as Language[]
  return (
    <fieldset id={fieldId(['languages'])}>
      <legend class="legend">{t.module.languages}</legend>
      <p class="sm dim">{t.module.languagesWhy}</p>
      {LANGUAGES.map((each) => (
        <label key={each} class="check">
          <input
            type="checkbox" checked={spoken.includes(each)} disabled={spoken.length === 1 && spoken[0] === each}
            onChange={(event) => change(event.currentTarget.checked ? withLanguage(document, each) : withoutLanguage(document, each))}
          />
          <span>{LANGUAGE_NAMES[each]}</span>
        </label>
      ))}
    </fieldset>
  )
}

function Topic() {
  const t = editor().module
  const { document, shown, change } = useForm()
  const has = isThing(at(document, ['topic']))
  const named = () => change(put(document, ['topic', 'id'], slugOf(textAt(document, ['topic', 'title'], shown[0] ?? 'nb'))))
  return (
    <fieldset class="stack" id={fieldId(['topic'])}>
      <label class="check">
        <input type="checkbox" checked={has} onChange={(event) => change(put(document, ['topic'], event.currentTarget.checked ? { id: '', title: {} } : undefined))} />
        <span>{t.topic}</span>
      </label>
      {/* A topic without a short name gets one of its words. */}
      {has && <div onFocusOut={() => at(document, ['topic', 'id']) === '' && named()}><TextField place={['topic', 'title']} label={t.topicTitle} rows={1} most={200} /></div>}
      {has && <WordInput place={['topic', 'id']} label={t.topicId} most={80} />}
    </fieldset>
  )
}

function Sources() {
  const t = editor().module
  const { document, change } = useForm()
  const sources = thingsAt(document, ['sources'])
  return (
    <fieldset class="editor-items" id={fieldId(['sources'])}>
      <legend class="legend">{t.sources}</legend>
      <ol class="stack">
        {sources.map((source, number) => (
          <li key={number} class="editor-item">
            <div class="editor-item-head"><b class="editor-letter" aria-hidden="true">{number + 1}</b><span class="editor-tools"><Tool label={t.removeSource(number + 1)} icon="x" onDo={() => change(put(document, ['sources', number], undefined))} /></span></div>
            {isThing(source.title)
              ? <TextField place={['sources', number, 'title']} label={`${t.sourceTitle} ${number + 1}`} rows={1} most={300} />
              : <WordInput place={['sources', number, 'title']} label={`${t.sourceTitle} ${number + 1}`} most={300} />}
            <TextField place={['sources', number, 'note']} label={`${t.note} ${number + 1}`} rows={1} most={500} optional />
          </li>
        ))}
      </ol>
      {sources.length < MOST_SOURCES && (
        <button type="button" class="btn s slim editor-add" onClick={() => change(put(document, ['sources'], [...sources, { title: '' }]))}><Icon name="pluss" small />{t.addSource}</button>
      )}
    </fieldset>
  )
}

function Licence() {
  const t = editor().module
  const [value, set] = useValue(['licence'])
  const own = String(value ?? '')
  const all = own === '' || LICENCES.some((each) => each === own) ? [...LICENCES] : [...LICENCES, own]
  return (
    <Select id={fieldId(['licence'])} label={t.licence} value={own} onChoose={set}>
      {own === '' && <option value="" selected>{editor().chooseOne}</option>}
      {all.map((each) => <option key={each} value={each} selected={each === own}>{each}</option>)}
    </Select>
  )
}

function Exam() {
  const t = editor().module
  const { document, change } = useForm()
  const has = isThing(at(document, ['exam']))
  return (
    <fieldset class="stack" id={fieldId(['exam'])}>
      <label class="check">
        <input type="checkbox" checked={has} onChange={(event) => change(put(document, ['exam'], event.currentTarget.checked ? { pass: 0.8, attempts_a_day: 3 } : undefined))} />
        <span>{t.exam}<span class="two xs dim">{t.examWhy}</span></span>
      </label>
      {has && (
        <div class="editor-two">
          <NumberInput place={['exam', 'pass']} label={t.pass} factor={100} least={1} most={100} step={1} />
          <NumberInput place={['exam', 'attempts_a_day']} label={t.attempts} least={1} most={10} step={1} whole />
        </div>
      )}
    </fieldset>
  )
}
