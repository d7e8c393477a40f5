/** The way to what one has written for oneself. */
import { notes } from '../../text/notes'
import { Icon } from '../../ui/Icon'

export function ToNotes() {
  const t = notes()
  return (
    <div class="list">
      <a class="row" href="/meg/notater">
        <span class="tile b"><Icon name="las" /></span>
        <span class="grow"><strong>{t.title}</strong><span class="two sm dim">{t.why}</span></span>
        <Icon name="h" small />
      </a>
    </div>
  )
}
