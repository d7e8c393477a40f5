/** Står du fast? Who can be asked in the department, and the way to what was asked. */
import { useEffect } from 'preact/hooks'
import * as answers from '../../answers'
import { help } from '../../text/help'
import { Icon } from '../../ui/Icon'

const MOST_NAMES = 3

export function Help() {
  const t = help()
  useEffect(() => void answers.help.refresh(), [])
  const now = answers.help.state.value.data
  if (!now) return null
  const { place } = now
  const asks = now.open + now.answered > 0
  return (
    <section class="card stack" aria-labelledby="help">
      <h2 id="help">{t.stuck}</h2>
      <p class="sm dim tight">{place ? t.helpers(named(place.helpers), place.helpers.length, place.name) : t.nobody}</p>
      {place && <a class="btn s" href="/sporsmal/ny"><Icon name="spor" />{t.ask}</a>}
      {(now.helps || asks) && (
        <a class="textlink help-way" href="/sporsmal">
          <span>{now.helps ? t.toMe : t.mine}</span>
          {now.helps && now.waiting > 0 && <span class="chip w">{t.waiting(now.waiting)}</span>}
          {now.answered > 0 && <span class="chip g"><Icon name="ok" />{t.gotAnswer(now.answered)}</span>}
          <Icon name="h" small />
        </a>
      )}
    </section>
  )
}

function named(helpers: readonly { name: string }[]): string {
  const t = help()
  const names = helpers.slice(0, MOST_NAMES).map(({ name }) => name)
  return t.and(helpers.length > MOST_NAMES ? [...names, t.others(helpers.length - MOST_NAMES)] : names)
}
