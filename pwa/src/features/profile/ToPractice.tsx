/** The way back to the practice post, whenever somebody wants to see again how it works. */
import { profile } from '../../text/profile'
import { Icon } from '../../ui/Icon'

export function ToPractice() {
  const t = profile()
  return (
    <div class="list">
      <a class="row" href="/ovepost">
        <span class="tile g"><Icon name="runde" /></span>
        <span class="grow"><strong>{t.practice}</strong><span class="two sm dim">{t.practiceWhy}</span></span>
        <Icon name="h" small />
      </a>
    </div>
  )
}
