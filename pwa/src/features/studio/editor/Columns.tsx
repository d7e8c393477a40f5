/** In which language one writes, which stands beside it, and how much of it is there. */
import type { Language } from '../../../api/types'
import { LANGUAGES, LANGUAGE_NAMES } from '../../../text'
import { editor } from '../../../text/editor'
import { Select } from './Inputs'
import { coverage, languagesOf } from './module'
import type { Thing } from './places'

type Props = { document: Thing; first: Language; second: Language | null; onFirst: (language: Language) => void; onSecond: (language: Language | null) => void }

export function Columns({ document, first, second, onFirst, onSecond }: Props) {
  const t = editor()
  const languages = languagesOf(document)
  const told = second && coverage(document, first, second)
  return (
    <div class="editor-columns">
      <Select label={t.source} value={first} onChoose={(each) => onFirst(each as Language)}>
        {languages.map((each) => <option key={each} value={each} selected={each === first}>{LANGUAGE_NAMES[each]}</option>)}
      </Select>
      <Select label={t.beside} value={second ?? ''} onChoose={(each) => onSecond(each === '' ? null : (each as Language))}>
        <option value="" selected={second === null}>{t.alone}</option>
        {LANGUAGES.filter((each) => each !== first).map((each) => <option key={each} value={each} selected={each === second}>{LANGUAGE_NAMES[each]}</option>)}
      </Select>
      {told && second && <p class="sm dim">{t.coverage(LANGUAGE_NAMES[second], told.done, told.all)}</p>}
    </div>
  )
}
