/** Answers the server did not take: told with the reason, to be downloaded, removed only when the person says so. */
import { useState } from 'preact/hooks'
import type { Refused } from '../../offline/db'
import { dismiss } from '../../offline/outbox'
import { save } from '../../saving'
import { profile } from '../../text/profile'
import { when } from '../../text/when'
import { Icon } from '../../ui/Icon'
import { exported } from './logic'

export function Refusals({ refused }: { refused: Refused[] }) {
  const t = profile()
  const [asking, setAsking] = useState(false)
  const remove = () => {
    for (const { id } of refused) void dismiss(id)
  }
  return (
    <section class="note w">
      <Icon name="info" />
      <div class="grow stack">
        <p><strong>{t.refused(refused.length)}</strong><span class="two sm">{t.refusedWhy}</span></p>
        <ul class="sm">
          {refused.map((one) => (
            <li key={one.id}>{t.refusedAt(when().moment(one.refused_at, new Date()))}: {t.refusals[one.code] ?? t.refusalOther(one.code)}</li>
          ))}
        </ul>
        <button type="button" class="btn s" onClick={() => download(refused)}><Icon name="last-ned" />{t.download}</button>
        {asking
          ? <><p class="sm" role="alert">{t.removeSure}</p><button type="button" class="btn s" onClick={remove}>{t.removeYes}</button></>
          : <button type="button" class="btn s" onClick={() => setAsking(true)}>{t.remove}</button>}
      </div>
    </section>
  )
}

function download(refused: readonly Refused[]): void {
  save(new Blob([exported(refused)], { type: 'application/json' }), `loype-${new Date().toISOString().slice(0, 10)}.json`)
}
