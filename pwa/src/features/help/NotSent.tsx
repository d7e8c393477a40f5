/** Words that lie on the device: safe until there is a network, or set aside with the server's reason. */
import type { Written } from '../../offline/db'
import * as written from '../../offline/written'
import { help } from '../../text/help'
import { Icon } from '../../ui/Icon'

export function NotSent({ one }: { one: Written }) {
  const t = help()
  const refused = one.state === 'refused'
  return (
    <li class="pad stack">
      <p class="help-when">
        <span class={refused ? 'chip w' : 'chip b'}><Icon name={refused ? 'info' : 'sky'} />{refused ? t.refused : t.notSent}</span>
      </p>
      <p class="help-text tight">{one.text}</p>
      {refused && (
        <>
          <p class="sm">{t.refusals[one.code ?? ''] ?? t.refusedOther}</p>
          <div class="help-two">
            <button type="button" class="btn s" onClick={() => void written.send(one.id)}>{t.again}</button>
            <button type="button" class="btn t" onClick={() => void written.remove(one.id)}>{t.drop}</button>
          </div>
        </>
      )}
    </li>
  )
}
