/** Medier: everything that modules can show and play; files come in here, and are found again. */
import { useState } from 'preact/hooks'
import type { StudioMedia, StudioMedium } from '../../../api/types'
import { language } from '../../../text'
import { media } from '../../../text/media'
import { sizeOf } from '../../../text/sizes'
import { Icon } from '../../../ui/Icon'
import { Message } from '../../../ui/States'
import { Absent, Pages, useAnswer } from '../asking'
import { Frame } from '../Frame'
import { Chooser, UploadList } from './Add'
import { pageAddress } from './logic'
import { type Looked, Search } from './Search'
import { Thumb, detailsOf, nameOf } from './Thumb'
import { useDropped, useUploads } from './uploads'
import './media.css'

const ALL: Looked = { words: '', family: null, unused: false }

export default function Library() {
  const t = media()
  const [looked, setLooked] = useState(ALL)
  const [number, setNumber] = useState(1)
  const asked = useAnswer<StudioMedia>(pageAddress(number, looked))
  const uploads = useUploads(() => asked.again())
  const over = useDropped(uploads.add)
  const page = asked.data
  const everything = looked.words === '' && looked.family === null && !looked.unused
  const look = (to: Looked) => {
    setLooked(to)
    setNumber(1)
  }
  const below = page ? t.count(page.total, sizeOf(page.room.taken, language.value), sizeOf(page.room.most, language.value)) : undefined
  return (
    <Frame on="media" title={t.title} below={below}>
      <Chooser accept={null} over={over} onFiles={uploads.add} />
      <UploadList uploads={uploads} />
      <Search looked={looked} onLook={look} />
      {!page || asked.error ? <Absent asked={asked} />
        : page.total === 0 ? <Message icon="bilde" title={everything ? t.none : t.notFound} why={everything ? t.noneWhy : t.notFoundWhy} />
          : <Grid items={page.items} />}
      {page && <Pages page={page} label={t.title} turnTo={setNumber} />}
    </Frame>
  )
}

function Grid({ items }: { items: readonly StudioMedium[] }) {
  return <ul class="media-grid">{items.map((medium) => <li key={medium.hash}><Tile medium={medium} /></li>)}</ul>
}

function Tile({ medium }: { medium: StudioMedium }) {
  const t = media()
  const described = medium.family !== 'picture' || Object.values(medium.alt).some(Boolean)
  return (
    <a class="media-tile" href={`/studio/medier/${medium.hash}`}>
      <Thumb medium={medium} />
      <span class="media-words">
        <strong class="two sm">{nameOf(medium)}</strong>
        <span class="two xs dim">{detailsOf(medium)}</span>
        <span class="studio-languages">
          {medium.used > 0 ? <span class="chip g"><Icon name="ok" />{t.used(medium.used)}</span> : <span class="chip">{t.unused}</span>}
          {!described && <span class="chip missing">{t.noAlt}</span>}
        </span>
      </span>
    </a>
  )
}
