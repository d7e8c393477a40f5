/** Told where a role needs more than a PIN: what is not in force on this device, why, and what to do. */
import { me } from '../session'
import { device } from '../text/device'
import { Icon } from './Icon'

export function Waiting() {
  const t = device()
  const waiting = me.value?.device?.waiting ?? []
  if (waiting.length === 0) return null
  return (
    <section class="note w">
      <Icon name="las" />
      <div class="grow">
        <h2>{t.waiting(waiting.map((role) => t.roles[role] ?? role).join(t.and))}</h2>
        <p class="sm">{t.waitingWhy}</p>
        <p class="sm">{t.waitingDo}</p>
      </div>
    </section>
  )
}
