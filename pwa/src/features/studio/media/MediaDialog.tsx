/** The library in a dialog: one medium of a kind is chosen, or sent and thereby chosen. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { MediumFamily, StudioMedia, StudioMedium } from '../../../api/types'
import { media } from '../../../text/media'
import { Icon } from '../../../ui/Icon'
import { Message } from '../../../ui/States'
import { Absent, Pages, useAnswer } from '../asking'
import { Chooser, UploadList } from './Add'
import { pageAddress } from './logic'
import { Search } from './Search'
import { Thumb, detailsOf, nameOf } from './Thumb'
import { useDropped, useUploads } from './uploads'

type Props = { accept: MediumFamily; value: string | null; onChange: (medium: StudioMedium) => void; onClose: () => void }

export function MediaDialog({ accept, value, onChange, onClose }: Props) {
  const t = media()
  const dialog = useRef<HTMLDialogElement>(null)
  const [words, setWords] = useState('')
  const [number, setNumber] = useState(1)
  const [other, setOther] = useState<StudioMedium | null>(null)
  const asked = useAnswer<StudioMedia>(pageAddress(number, { words, family: accept, unused: false }))
  const choose = (medium: StudioMedium) => {
    onChange(medium)
    dialog.current?.close()
  }
  const uploads = useUploads((medium) => (medium.family === accept ? choose(medium) : setOther(medium)))
  const over = useDropped(uploads.add)
  useEffect(() => dialog.current?.showModal(), [])
  const page = asked.data
  return (
    <dialog ref={dialog} class="media-dialog" aria-labelledby="media-dialog" onClose={onClose}>
      <div class="rowx">
        <h2 id="media-dialog" class="grow">{t.choose[accept]}</h2>
        <button type="button" class="icon" aria-label={t.close} onClick={() => dialog.current?.close()}><Icon name="x" /></button>
      </div>
      <div class="stack">
        <Chooser accept={accept} over={over} onFiles={uploads.add} />
        {other && <p class="wrong" role="alert">{nameOf(other)} {t.wrongFamily[accept]}</p>}
        <UploadList uploads={uploads} />
        <Search
          looked={{ words, family: accept, unused: false }} fixed
          onLook={(looked) => {
            setWords(looked.words)
            setNumber(1)
          }}
        />
        {!page || asked.error ? <Absent asked={asked} />
          : page.total === 0 ? <Message icon="bilde" title={words ? t.notFound : t.none} why={words ? t.notFoundWhy : t.addWhy} />
            : <Choices items={page.items} value={value} onChoose={choose} />}
        {page && <Pages page={page} label={t.title} turnTo={setNumber} />}
      </div>
    </dialog>
  )
}

function Choices({ items, value, onChoose }: { items: readonly StudioMedium[]; value: string | null; onChoose: (medium: StudioMedium) => void }) {
  const t = media()
  return (
    <ul class="media-grid">
      {items.map((medium) => (
        <li key={medium.hash}>
          <button type="button" class="media-tile" aria-pressed={medium.hash === value} onClick={() => onChoose(medium)}>
            <Thumb medium={medium} />
            <span class="media-words">
              <strong class="two sm">{nameOf(medium)}</strong>
              <span class="two xs dim">{detailsOf(medium)}</span>
              {medium.hash === value && <span class="chip g"><Icon name="ok" />{t.chosen}</span>}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
