/** A place to drop a file, or to choose one. */
import { useState } from 'preact/hooks'
import { studio } from '../../text/studio'
import { Icon, type IconName } from '../../ui/Icon'

type Props = { file: File | null; busy: boolean; title: string; why: string; accept: string; icon?: IconName; onChoose: (file: File) => void }

export function FileChooser({ file, busy, title, why, accept, icon = 'boks', onChoose }: Props) {
  const t = studio()
  const [over, setOver] = useState(false)
  const chosen = (event: Event) => {
    const input = event.currentTarget as HTMLInputElement
    const [first] = input.files ?? []
    if (first) onChoose(first)
    input.value = '' // so that the same file, mended, can be chosen again
  }
  return (
    <label class={over ? 'card rowx studio-file over' : 'card rowx studio-file'}>
      <span class="tile b"><Icon name={icon} /></span>
      <span class="grow"><strong>{file ? file.name : title}</strong><span class="two sm dim">{why}</span></span>
      <span class="btn s slim" aria-hidden="true">{file ? t.otherFile : t.choose}</span>
      <input
        type="file" accept={accept} disabled={busy} onChange={chosen}
        onDragEnter={() => setOver(true)} onDragLeave={() => setOver(false)} onDrop={() => setOver(false)}
      />
    </label>
  )
}
