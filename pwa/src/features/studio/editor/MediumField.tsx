/** A file of the library on a card: which one, and of a picture what it shows. */
import { LANGUAGE_NAMES } from '../../../text'
import { editor } from '../../../text/editor'
import { MediaPicker, type Medium, referenceTo } from '../media/MediaPicker'
import { fieldId, useForm, useValue } from './form'
import { type Json, type Place, type Thing, at, isThing, put } from './places'
import { TextField } from './TextField'

export type Accept = 'picture' | 'audio' | 'video' | 'captions'
type Props = { place: Place; label: string; accept: Accept; optional: boolean }

export function MediumField({ place, label, accept, optional }: Props) {
  const t = editor()
  const { document, shown } = useForm()
  const hasPicture = accept === 'picture' && isThing(at(document, place))
  const named = optional ? `${label} (${t.optional})` : label
  if (accept === 'captions') {
    return <>{shown.map((language) => <Chosen key={language} place={[...place, language]} label={t.inLanguage(label, LANGUAGE_NAMES[language])} accept={accept} optional />)}</>
  }
  return (
    <div class="stack">
      <Chosen place={place} label={named} accept={accept} optional={optional} />
      {hasPicture && <TextField place={[...place, 'alt']} label={t.fields.alt} rows={2} most={500} />}
    </div>
  )
}

function Chosen({ place, label, accept, optional }: { place: Place; label: string; accept: Accept; optional: boolean }) {
  const { document, change } = useForm()
  const [value] = useValue(place)
  const removed = () => {
    const next = put(document, place, undefined)
    const left = at(next, place.slice(0, -1))
    change(isThing(left) && Object.keys(left).length === 0 ? put(next, place.slice(0, -1), undefined) : next)
  }
  return (
    <div class="field" role="group" aria-label={label} id={fieldId(place)}>
      <span class="legend" aria-hidden="true">{label}</span>
      <MediaPicker accept={accept} value={mediaOf(value)} onChange={(medium) => change(put(document, place, pictured(value, medium)))} {...(optional ? { onRemove: removed } : {})} />
    </div>
  )
}

/** A reference to another medium keeps the words about a picture where the library has none of its own. */
function pictured(before: Json | undefined, medium: Medium): Json {
  const next = referenceTo(medium) as Thing
  const alt = at(before, ['alt'])
  return isThing(next.alt) && Object.keys(next.alt).length === 0 && isThing(alt) ? { ...next, alt } : next
}

/** The hash of what is chosen; null where nothing is. */
export function mediaOf(value: Json | undefined): string | null {
  return isThing(value) && typeof value.media === 'string' ? value.media : null
}
