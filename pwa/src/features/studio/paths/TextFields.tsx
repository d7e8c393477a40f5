/** Name, story and goal, in each language. */
import { LANGUAGE_NAMES } from '../../../text'
import { paths } from '../../../text/paths'
import type { Field, Texts, Tongue } from './document'

const FIELDS: readonly Field[] = ['title', 'story', 'goal']
const LONGEST = { title: 200, story: 2000, goal: 2000 }

type Props = { of: Record<Field, Texts>; languages: readonly Tongue[]; change: (field: Field, texts: Texts) => void }

export function TextFields({ of, languages, change }: Props) {
  const t = paths()
  return (
    <>
      {FIELDS.flatMap((field) => languages.map((one) => {
        const said = of[field][one] ?? ''
        const common = { class: 'inp', lang: one, value: said, maxLength: LONGEST[field], required: true }
        const write = (text: string) => change(field, { ...of[field], [one]: text })
        return (
          <label key={field + one} class="field">
            <span>{languages.length > 1 ? t.inLanguage(t[field], LANGUAGE_NAMES[one]) : t[field]}</span>
            {field === 'title'
              ? <input {...common} onInput={(event) => write(event.currentTarget.value)} />
              : <textarea {...common} rows={2} onInput={(event) => write(event.currentTarget.value)} />}
          </label>
        )
      }))}
    </>
  )
}
