/** Answers that are not with the server: on their way, sealed, or refused. */
import { useEffect, useState } from 'preact/hooks'
import { read } from '../../offline/db'
import * as outbox from '../../offline/outbox'
import { flush, sending } from '../../offline/sync'
import { profile } from '../../text/profile'
import { Icon } from '../../ui/Icon'
import { Refusals } from './Refusals'

export function Answers() {
  const [sealed, setSealed] = useState(0)
  useEffect(() => {
    void read((db) => db.getAll('sealed'), []).then((all) => setSealed(all.reduce((sum, { letters }) => sum + letters, 0)))
  }, [])
  return (
    <>
      {outbox.unsent.value > 0 && <Unsent count={outbox.unsent.value} />}
      {outbox.refused.value.length > 0 && <Refusals refused={outbox.refused.value} />}
      {sealed > 0 && <Sealed count={sealed} />}
    </>
  )
}

function Unsent({ count }: { count: number }) {
  const t = profile()
  return (
    <section class="note">
      <Icon name="utenett" />
      <div class="grow stack">
        <p><strong>{t.unsent(count)}</strong><span class="two sm">{t.unsentWhy}</span></p>
        <button type="button" class="btn s" aria-disabled={sending.value} onClick={() => void flush()}>
          {sending.value ? t.sendingNow : t.sendNow}
        </button>
      </div>
    </section>
  )
}

function Sealed({ count }: { count: number }) {
  const t = profile()
  return (
    <section class="note">
      <Icon name="las" />
      <p class="grow"><strong>{t.sealed(count)}</strong><span class="two sm">{t.sealedWhy}</span></p>
    </section>
  )
}
