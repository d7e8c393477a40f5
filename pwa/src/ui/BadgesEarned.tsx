/** Told at the end of a post or a round: a badge has been earned by it. */
import type { Notice } from '../api/types'
import { badges } from '../text/badges'
import { Badge } from './Badge'
import { Icon } from './Icon'

export function BadgesEarned({ notices }: { notices: readonly Notice[] }) {
  const t = badges()
  return (
    <>
      {notices.filter(({ code }) => code === 'badge').map(({ badge, title = '', drawing = '' }) => (
        <a key={badge} class="note l row" href="/meg">
          <Badge drawing={drawing} />
          <span class="grow"><strong>{t.earned(title)}</strong><span class="two sm">{t.earnedWhere}</span></span>
          <Icon name="h" small />
        </a>
      ))}
    </>
  )
}
