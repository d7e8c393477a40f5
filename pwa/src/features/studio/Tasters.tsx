/** Smakebiter: posts to be tried before the run starts, from a day. */
import type { WholePath } from '../../api/types'
import { studio } from '../../text/studio'
import { Icon } from '../../ui/Icon'
import type { PartProps } from './Audience'
import { MOST_TEASERS, daysAfter, toggled } from './logic'

export function Tasters({ draft, set, path, today }: PartProps & { path: WholePath; today: string }) {
  const t = studio()
  const modules = path.stages_held.flatMap((stage) => stage.modules)
  const full = draft.teasers.length >= MOST_TEASERS
  return (
    <details class="card fold">
      <summary><span class="grow">{t.tasters}</span><Icon name="ned" small turns /></summary>
      <div class="stack pad-below">
        <p class="sm dim">{t.tastersWhy(MOST_TEASERS)}</p>
        <label class="field">
          <span>{t.tasterFrom}</span>
          <input
            class="inp" type="date" value={draft.teaserFrom} min={today} max={daysAfter(draft.startsOn, -1)}
            onChange={(event) => set({ teaserFrom: event.currentTarget.value })}
          />
        </label>
        <fieldset>
          <legend class="legend">{t.tasterPosts}</legend>
          {modules.map(({ slug, title }) => {
            const isIn = draft.teasers.includes(slug)
            return (
              <label key={slug} class="check">
                <input type="checkbox" checked={isIn} disabled={full && !isIn} onChange={() => set({ teasers: toggled(draft.teasers, slug) })} />
                <span>{title}</span>
              </label>
            )
          })}
        </fieldset>
      </div>
    </details>
  )
}
