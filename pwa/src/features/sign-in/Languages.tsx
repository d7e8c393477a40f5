/** The language, before anybody has signed in. Each is called by its own name. */
import { LANGUAGES, LANGUAGE_NAMES, language } from '../../text'
import { signIn } from '../../text/sign-in'

export function Languages() {
  return (
    <fieldset>
      <legend class="legend">{signIn().language}</legend>
      <div class="sel">
        {LANGUAGES.map((one) => (
          <label key={one} lang={one}>
            <input type="radio" name="language" checked={language.value === one} onChange={() => (language.value = one)} />
            <span>{LANGUAGE_NAMES[one]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
