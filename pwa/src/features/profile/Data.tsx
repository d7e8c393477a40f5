/** The ways to the people one leads, to who has looked at one's data, and to a copy of all of it. */
import { leads } from '../../session'
import { profile } from '../../text/profile'
import { Icon } from '../../ui/Icon'
import { Copy } from './Copy'

export function Data() {
  const t = profile()
  return (
    <div class="list">
      {leads.value && (
        <a class="row" href="/folk">
          <span class="tile g"><Icon name="folk" /></span>
          <span class="grow"><strong>{t.people}</strong><span class="two sm dim">{t.peopleWhy}</span></span>
          <Icon name="h" small />
        </a>
      )}
      <a class="row" href="/meg/innsyn">
        <span class="tile"><Icon name="skjold" /></span>
        <span class="grow"><strong>{t.data}</strong><span class="two sm dim">{t.looks}</span></span>
        <Icon name="h" small />
      </a>
      <Copy />
    </div>
  )
}
