/** A file of the library on a card: which one, and of a picture what it shows. */
import { LANGUAGE_NAMES } from '../../../text'
import { editor } from '../../../text/editor'
import { Icon } from '../../../ui/Icon'
import { fieldId, useForm, useValue } from './form'
import { type Json, type Place, at, isThing, put } from './places'
import { usePictureUrl } from './pictures'
import { TextField } from './TextField'

export type Accept = 'picture' | 'audio' | 'video' | 'captions'
type Props = { place: Place; label: string; accept: Accept; optional: boolean }

export function MediumField({ place, label, accept, optional }: Props) {
  const t = editor()
  const { document, shown } = useForm()
  const hasPicture = accept === 'picture' && isThing(at(document, place))
  const named = optional ? `${label} (${t.optional})` : label
  if (accept === 'captions') {
    return <>{shown.map((language) => <Chosen key={language} place={[...place, language]} label={t.inLanguage(label, LANGUAGE_NAMES[language])} accept={accept} />)}</>
  }
  return (
    <div class="stack">
      <Chosen place={place} label={named} accept={accept} />
      {hasPicture && <TextField place={[...place, 'alt']} label={t.fields.alt} rows={2} most={500} />}
    </div>
  )
}

function Chosen({ place, label, accept }: { place: Place; label: string; accept: Accept }) {
  const t = editor()
  const { document, change } = useForm()
  const [value] = useValue(place)
  const media = mediaOf(value)
  const url = usePictureUrl(accept === 'picture' ? media : null)
  const name = accept === 'picture' || accept === 'captions' ? 'boks' : accept === 'audio' ? 'lyd' : 'spill'
  const removed = () => {
    const next = put(document, place, undefined)
    const left = at(next, place.slice(0, -1))
    change(isThing(left) && Object.keys(left).length === 0 ? put(next, place.slice(0, -1), undefined) : next)
  }
  return (
    <div class="field" role="group" aria-label={label} id={fieldId(place)}>
      <span class="legend" aria-hidden="true">{label}</span>
      <div class="editor-medium">
        {url ? <img src={url} alt="" /> : <span class="tile"><Icon name={name} /></span>}
        <span class="grow sm">{media ? t.chosenMedium : t.noMedium}</span>
        {media && <button type="button" class="btn t slim" onClick={removed}>{t.removeMedium}</button>}
      </div>
    </div>
  )
}

/** The hash of what is chosen; null where nothing is. */
export function mediaOf(value: Json | undefined): string | null {
  return isThing(value) && typeof value.media === 'string' ? value.media : null
}
