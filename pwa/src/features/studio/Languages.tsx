/** Which of the languages a path or a post speaks: what is missing is told in words, not by colour. */
import { LANGUAGES, LANGUAGE_NAMES } from '../../text'
import { studio } from '../../text/studio'

export function Languages({ spoken }: { spoken: readonly string[] }) {
  return (
    <span class="studio-languages">
      {LANGUAGES.map((one) => {
        const has = spoken.includes(one)
        return (
          <span key={one} class={has ? 'chip g' : 'chip missing'}>
            <span aria-hidden="true">{one}</span>
            <span class="sr">{has ? LANGUAGE_NAMES[one] : studio().lacks(LANGUAGE_NAMES[one])}</span>
          </span>
        )
      })}
    </span>
  )
}
