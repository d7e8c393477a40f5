/** A text, in one language or two side by side, with what is to be told of it. */
import { LANGUAGE_NAMES } from '../../../text'
import { editor } from '../../../text/editor'
import { faults } from '../../../text/faults'
import type { Language } from '../../../api/types'
import { Icon } from '../../../ui/Icon'
import { sentenceOf } from '../remedies'
import { fieldId, isStale, toldAt, useForm } from './form'
import { type Json, type Place, at, placeOf, put, textAt, withText } from './places'
import type { Check } from './shapes'

type Props = { place: Place; label: string; rows: number; most: number; optional?: boolean; hint?: string | undefined }

export function TextField({ place, label, rows, most, optional = false, hint }: Props) {
  const { document, shown, change } = useForm()
  return (
    <div class={shown.length > 1 ? 'editor-pair' : undefined}>
      {shown.map((language) => (
        <Written key={language} place={place} language={language} label={label} optional={optional} hint={hint}>
          {(given) => (
            <textarea
              {...given} class="inp editor-text" rows={rows} maxLength={most} lang={language} value={textAt(document, place, language)}
              onKeyDown={rows === 1 ? noBreak : undefined}
              onInput={(event) => change(withText(document, place, language, event.currentTarget.value), `${placeOf(place)}.${language}`)}
            />
          )}
        </Written>
      ))}
    </div>
  )
}

/** A list of short texts, each on a line of its own. */
export function FormsField({ place, label, most, optional = false, hint }: Omit<Props, 'rows'>) {
  const { document, shown, change } = useForm()
  const written = (language: Language, text: string) => {
    const lines = text === '' ? undefined : text.split('\n')
    const next = put(document, [...place, language], lines)
    const left = at(next, place)
    const empty = typeof left === 'object' && left !== null && Object.keys(left).length === 0
    change(empty && optional ? put(next, place, undefined) : next, `${placeOf(place)}.${language}`)
  }
  return (
    <div class={shown.length > 1 ? 'editor-pair' : undefined}>
      {shown.map((language) => (
        <Written key={language} place={place} language={language} label={label} optional={optional} hint={hint}>
          {(given) => (
            <textarea
              {...given} class="inp editor-text" rows={3} maxLength={most} lang={language} value={linesOf(at(document, [...place, language]))}
              onInput={(event) => written(language, event.currentTarget.value)}
              onBlur={(event) => written(language, event.currentTarget.value.split('\n').filter((line) => line.trim() !== '').join('\n'))}
            />
          )}
        </Written>
      ))}
    </div>
  )
}

function linesOf(value: Json | undefined): string {
  return Array.isArray(value) ? value.join('\n') : ''
}

type Given = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean | undefined }
type WrittenProps = Pick<Props, 'place' | 'label' | 'optional' | 'hint'> & { language: Language; children: (given: Given) => preact.JSX.Element }

function Written({ place, language, label, optional, hint, children }: WrittenProps) {
  const t = editor()
  const { shown, checks } = useForm()
  const id = fieldId([...place, language])
  const told = toldAt(checks, place, language)
  const named = shown.length > 1 ? t.inLanguage(label, LANGUAGE_NAMES[language]) : label
  const described = [hint && `${id}:hint`, told.length > 0 && `${id}:told`].filter(Boolean).join(' ')
  return (
    <div class="field">
      <div>
        <label class="legend" for={id}>{named}{optional && <span class="dim light"> ({t.optional})</span>}</label>
        {hint && <small class="dim two editor-hint" id={`${id}:hint`}>{hint}</small>}
      </div>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': told.some(({ severity }) => severity === 'block') || undefined })}
      {told.length > 0 && <ul class="editor-told" id={`${id}:told`}>{told.map((check) => <Told key={check.code} check={check} />)}</ul>}
    </div>
  )
}

function Told({ check }: { check: Check }) {
  const text = isStale(check) ? editor().stale : remedyOf(check)
  return <li class={check.severity === 'block' ? 'block' : 'advise'}><Icon name={isStale(check) ? 'klokke' : 'info'} small />{text}</li>
}

/** The remedy in the language of the screens. */
export function remedyOf({ code, given, remedy, place }: Check): string {
  const words = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]))
  return sentenceOf({ file: '', place, code, given: words, remedy }, faults())
}

function noBreak(event: KeyboardEvent): void {
  if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.isComposing) event.preventDefault()
}
