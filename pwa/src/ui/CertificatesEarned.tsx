/** Told at the end of a post or a round: a certificate has been earned by it, or renewed. */
import type { Notice } from '../api/types'
import { competence } from '../text/competence'
import { when } from '../text/when'
import { Icon } from './Icon'

export function CertificatesEarned({ notices }: { notices: readonly Notice[] }) {
  const t = competence()
  return (
    <>
      {notices.filter(({ code }) => code === 'competence').map(({ title = '', valid_until }) => (
        <a key={title} class="note g row" href="/kompetanse">
          <Icon name="skjold" />
          <span class="grow">
            <strong>{t.earned(title)}</strong>
            <span class="two sm">{valid_until ? t.earnedUntil(when().date(valid_until)) : t.earnedForGood}</span>
          </span>
          <Icon name="h" small />
        </a>
      ))}
    </>
  )
}
