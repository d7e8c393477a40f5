/** Language comes first: one tap, each by its own name. */
import type { Enrolment, Language } from '../../api/types'
import { LANGUAGES, LANGUAGE_NAMES } from '../../text'
import { welcome } from '../../text/welcome'
import { Icon } from '../../ui/Icon'
import { Frame } from './Frame'

export function Languages({ found, onChoose }: { found: Enrolment; onChoose: (chosen: Language) => void }) {
  const t = welcome()
  const { name } = found.organisation
  return (
    <Frame title={t.hello(found.first_name)}>
      <p>{found.resets ? t.resets(name) : t.from(name)}</p>
      <section class="stack" aria-labelledby="choose">
        <h2 id="choose">{t.choose}</h2>
        <ul class="list">
          {LANGUAGES.map((one) => (
            <li key={one}>
              <button type="button" class="row tongue" lang={one} onClick={() => onChoose(one)}>
                {LANGUAGE_NAMES[one]}<Icon name="h" small />
              </button>
            </li>
          ))}
        </ul>
      </section>
    </Frame>
  )
}
