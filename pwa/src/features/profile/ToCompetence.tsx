/** The way to what is required of one, and to one's certificates. */
import { competence } from '../../text/competence'
import { Icon } from '../../ui/Icon'

export function ToCompetence() {
  const t = competence()
  return (
    <div class="list">
      <a class="row" href="/kompetanse">
        <span class="tile g"><Icon name="skjold" /></span>
        <span class="grow"><strong>{t.title}</strong><span class="two sm dim">{t.meWhy}</span></span>
        <Icon name="h" small />
      </a>
    </div>
  )
}
