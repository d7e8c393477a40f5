/** Said once, calmly: there is no network, everything still works, so many answers wait. */
import { reachable } from '../../api/client'
import { complete, shelf } from '../../offline/library'
import { unsent, waiting } from '../../offline/outbox'
import { today } from '../../text/today'
import { Icon } from '../../ui/Icon'
import { lingering } from './logic'

export function Offline() {
  const t = today()
  if (reachable.value) {
    const late = lingering(waiting.value, Date.now())
    return late > 0 ? <p class="note" role="status"><Icon name="sky" /><span>{t.unsent(late)}</span></p> : null
  }
  const { kept, wanted } = shelf.value
  return (
    <p class="note" role="status">
      <Icon name="utenett" />
      <span class="grow">
        <strong>{t.offline}</strong>{' '}
        <span class="sm">
          {wanted > 0 && (complete.value ? t.offlineAll : t.offlineSome(kept, wanted))} {unsent.value > 0 && t.unsent(unsent.value)}
        </span>
      </span>
    </p>
  )
}
