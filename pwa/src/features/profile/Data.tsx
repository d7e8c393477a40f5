/** The way to who has looked at one's data. */
import { profile } from '../../text/profile'
import { Icon } from '../../ui/Icon'

export function Data() {
  const t = profile()
  return (
    <div class="list">
      <a class="row" href="/meg/innsyn">
        <span class="tile"><Icon name="skjold" /></span>
        <span class="grow"><strong>{t.data}</strong><span class="two sm dim">{t.looks}</span></span>
        <Icon name="h" small />
      </a>
    </div>
  )
}
