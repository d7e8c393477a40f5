/** The way to what one has said of posts. */
import { said } from '../../text/said'
import { Icon } from '../../ui/Icon'

export function ToSaid() {
  const t = said()
  return (
    <div class="list">
      <a class="row" href="/tilbakemeldinger">
        <span class="tile g"><Icon name="prat" /></span>
        <span class="grow"><strong>{t.title}</strong><span class="two sm dim">{t.what}</span></span>
        <Icon name="h" small />
      </a>
    </div>
  )
}
