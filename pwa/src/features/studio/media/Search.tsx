/** What of the library is looked for: by words, by kind, and whether anything uses it. */
import { useEffect, useState } from 'preact/hooks'
import type { MediumFamily } from '../../../api/types'
import { media } from '../../../text/media'
import { FAMILIES } from './logic'

const PAUSE = 300

export type Looked = { words: string; family: MediumFamily | null; unused: boolean }

type Props = { looked: Looked; fixed?: boolean; onLook: (looked: Looked) => void }

/** `fixed`: the kind is not to be chosen. */
export function Search({ looked, fixed = false, onLook }: Props) {
  const t = media()
  const [words, setWords] = useState(looked.words)
  useEffect(() => {
    if (words === looked.words) return
    const asking = setTimeout(() => onLook({ ...looked, words }), PAUSE)
    return () => clearTimeout(asking)
  }, [words, looked])
  return (
    <search class="media-search">
      <label class="field grow">
        <span>{t.search}</span>
        <input
          class="inp" type="search" value={words} maxLength={100} autocomplete="off" onInput={(event) => setWords(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      </label>
      {!fixed && (
        <label class="field">
          <span>{t.family}</span>
          <select
            class="inp" value={looked.family ?? 'all'}
            onChange={({ currentTarget: { value } }) => onLook({ ...looked, words, family: FAMILIES.find((each) => each === value) ?? null })}
          >
            <option value="all">{t.families.all}</option>
            {FAMILIES.map((family) => <option key={family} value={family}>{t.families[family]}</option>)}
          </select>
        </label>
      )}
      {!fixed && (
        <label class="check">
          <input type="checkbox" checked={looked.unused} onChange={({ currentTarget: { checked } }) => onLook({ ...looked, words, unused: checked })} />
          <span>{t.onlyUnused}</span>
        </label>
      )}
    </search>
  )
}
