/** A rating that lies on the device: it waits for a network, or the server would not have it. */
import type { Written } from '../../offline/db'
import * as written from '../../offline/written'
import { said } from '../../text/said'
import { Icon } from '../../ui/Icon'
import { Opinion } from './SaidOne'
import './said.css'

export function Unsaid({ one }: { one: Written }) {
  const t = said()
  const refused = one.state === 'refused'
  if (!one.rating) return null
  return (
    <li class="card stack">
      <p><span class={refused ? 'chip w' : 'chip b'}><Icon name={refused ? 'info' : 'sky'} />{refused ? t.notTaken : t.notSent}</span></p>
      <Opinion useful={one.rating.useful} reason={one.rating.reason} text={one.text} />
      <button type="button" class="btn t slim" onClick={() => void written.remove(one.id)}>{t.remove}</button>
    </li>
  )
}
