/** Why a file was not taken in, and what to do about it. */
import type { ApiError } from '../../../api/client'
import { exchange } from '../../../text/exchange'
import { shell } from '../../../text/shell'
import { studio } from '../../../text/studio'
import { Icon } from '../../../ui/Icon'

export type Failure = ApiError | 'too_large'

export function Refused({ error, retry }: { error: Failure; retry: () => void }) {
  const t = exchange()
  const code = error === 'too_large' ? error : error.code
  const offline = error !== 'too_large' && error.kind === 'network'
  const known = t.refusals[code]
  return (
    <section class="note w" role="alert">
      <Icon name={offline ? 'utenett' : 'info'} />
      <div class="grow stack">
        <p><strong>{t.refused}</strong><span class="two sm">{offline ? studio().offlineWhy : (known ?? studio().notDone)}</span></p>
        {known === undefined && <button type="button" class="btn s" onClick={retry}>{shell().retry}</button>}
      </div>
    </section>
  )
}
