/** The way to the server's own pages on privacy and accessibility, in the language spoken here. */
import { language } from '../text'
import { shell } from '../text/shell'

export function Statements() {
  const t = shell()
  // With a target the browser itself goes there: these pages are none of the app's.
  return (
    <p class="statements sm">
      <a href={`/personvern?lang=${language.value}`} target="_self">{t.privacy}</a>
      <a href={`/tilgjengelighet?lang=${language.value}`} target="_self">{t.accessibility}</a>
    </p>
  )
}
