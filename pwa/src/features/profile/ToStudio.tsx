/** The way to the studio, for those who make content. */
import { makes } from '../../session'
import { profile } from '../../text/profile'
import { Icon } from '../../ui/Icon'

export function ToStudio() {
  const t = profile()
  if (!makes.value) return null
  return (
    <div class="list">
      <a class="row" href="/studio">
        <span class="tile g"><Icon name="boks" /></span>
        <span class="grow"><strong>{t.studio}</strong><span class="two sm dim">{t.studioWhat}</span></span>
        <Icon name="h" small />
      </a>
    </div>
  )
}
