/** Smakebiter: posts of a path that has not started, to be tried now. Nothing of it is kept. */
import type { Teaser } from '../../api/types'
import { path } from '../../text/path'
import { shell } from '../../text/shell'
import { when } from '../../text/when'
import { Icon } from '../../ui/Icon'

export function Teasers({ teasers }: { teasers: readonly Teaser[] }) {
  const t = path()
  if (teasers.length === 0) return null
  return (
    <section class="stack" aria-labelledby="teasers">
      <h2 class="sm" id="teasers">{t.teasers}</h2>
      <ul class="list">
        {teasers.map((teaser) => (
          <li key={`${teaser.run} ${teaser.version}`}>
            <a class="row" href={`/smakebit/${teaser.version}`}>
              <span class="tile w"><Icon name="flag" /></span>
              <span class="grow">
                <strong>{teaser.title}</strong>
                <span class="two sm dim">
                  {teaser.path_title} · {t.opensOn(when().day(teaser.opens_at))} · {shell().minutes(Math.ceil(teaser.seconds / 60))}
                </span>
              </span>
              <Icon name="h" small />
            </a>
          </li>
        ))}
      </ul>
      <p class="xs dim">{t.teasersWhy}</p>
    </section>
  )
}
