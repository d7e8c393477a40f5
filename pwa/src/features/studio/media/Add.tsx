/** The way in for files: a button over the chooser, and a line for each file that comes. */
import type { MediumFamily } from '../../../api/types'
import { faults } from '../../../text/faults'
import { media } from '../../../text/media'
import { Icon } from '../../../ui/Icon'
import { ACCEPT, FAMILIES, reasonOf } from './logic'
import type { Upload, Uploads } from './uploads'

type ChooserProps = { accept: MediumFamily | null; over: boolean; onFiles: (files: readonly File[]) => void }

export function Chooser({ accept, over, onFiles }: ChooserProps) {
  const t = media()
  const chosen = (event: Event) => {
    const input = event.currentTarget as HTMLInputElement
    onFiles([...(input.files ?? [])])
    input.value = '' // so that the same file, mended, can be chosen again
  }
  const offered = accept ? ACCEPT[accept] : FAMILIES.map((family) => ACCEPT[family]).join(',')
  return (
    <label class={over ? 'card rowx studio-file media-add over' : 'card rowx studio-file media-add'}>
      <span class="tile b"><Icon name="pluss" /></span>
      <span class="grow"><strong>{over ? t.drop : t.add}</strong><span class="two sm dim">{t.addWhy}</span><span class="two xs dim">{t.limits}</span></span>
      <input type="file" accept={offered} multiple={accept === null} onChange={chosen} />
    </label>
  )
}

export function UploadList({ uploads }: { uploads: Uploads }) {
  const t = media()
  if (uploads.all.length === 0) return null
  return (
    <section class="list" aria-label={t.uploads}>
      <ul aria-live="polite">{uploads.all.map((one) => <Line key={one.id} one={one} uploads={uploads} />)}</ul>
    </section>
  )
}

function Line({ one, uploads }: { one: Upload; uploads: Uploads }) {
  const t = media()
  const { name } = one.file
  const goes = one.state === 'waiting' || one.state === 'sending' || one.state === 'working'
  return (
    <li class="row media-upload">
      <Icon name={one.state === 'done' ? 'ok' : one.state === 'refused' ? 'info' : 'last-ned'} small />
      <span class="grow">
        <strong class="two sm">{name}</strong>
        {one.state === 'refused'
          ? <span class="wrong two">{name} {reasonOf(one.error, t, faults())}</span>
          : one.state === 'sending'
            ? <span class="two xs dim" aria-hidden="true">{t.sending(Math.floor(100 * one.share))}</span> // the bar tells it to who asks
            : <span class="two xs dim">{t[one.state === 'called_off' ? 'calledOff' : one.state]}</span>}
        {one.state === 'sending' && <progress class="media-progress" max={1} value={one.share} aria-label={name} />}
      </span>
      {one.state === 'done' && <a class="textlink" href={`/studio/medier/${one.medium.hash}`}>{t.describe}</a>}
      {(one.state === 'called_off' || (one.state === 'refused' && one.error !== 'too_large')) && (
        <button type="button" class="btn s slim" onClick={() => uploads.again(one)}>{t.again}</button>
      )}
      <button
        type="button" class="icon" aria-label={goes ? t.callOff(name) : t.remove(name)}
        onClick={() => (goes ? uploads.callOff(one) : uploads.remove(one))}
      >
        <Icon name="x" small />
      </button>
    </li>
  )
}
