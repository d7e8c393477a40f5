/** A field for a medium: what is chosen, and a dialog to choose another from the library or to send one to it. */
import { useState } from 'preact/hooks'
import type { MediumFamily, StudioMedium } from '../../../api/types'
import { media } from '../../../text/media'
import { Icon } from '../../../ui/Icon'
import { useAnswer } from '../asking'
import { MediaDialog } from './MediaDialog'
import { Thumb, detailsOf, nameOf } from './Thumb'
import './media.css'

export { referenceTo } from './logic'
export type { StudioMedium as Medium } from '../../../api/types'

type Props = {
  accept: MediumFamily
  /** The hash of the medium that is chosen. */
  value: string | null
  onChange: (medium: StudioMedium) => void
  /** Where the field may be empty. */
  onRemove?: () => void
}

export function MediaPicker({ accept, value, onChange, onRemove }: Props) {
  const t = media()
  const [open, setOpen] = useState(false)
  return (
    <div class="media-picker">
      {value !== null && <Chosen key={value} hash={value} />}
      <div class="rowx media-acts">
        <button type="button" class="btn s slim" aria-haspopup="dialog" onClick={() => setOpen(true)}>
          <Icon name="bilde" small />{value === null ? t.choose[accept] : t.change[accept]}
        </button>
        {value !== null && onRemove && <button type="button" class="btn t slim" onClick={onRemove}>{t.clear}</button>}
      </div>
      {open && <MediaDialog accept={accept} value={value} onChange={onChange} onClose={() => setOpen(false)} />}
    </div>
  )
}

function Chosen({ hash }: { hash: string }) {
  const { data, error } = useAnswer<StudioMedium>(`/studio/media/${hash}`)
  if (error) return <p class="wrong">{error.status === 404 ? media().gone : media().offline}</p>
  if (!data) return <span class="bone media-chosen" aria-hidden="true" />
  return (
    <div class="rowx media-chosen">
      <Thumb medium={data} />
      <span class="grow"><strong class="two sm">{nameOf(data)}</strong><span class="two xs dim">{detailsOf(data)}</span></span>
    </div>
  )
}
