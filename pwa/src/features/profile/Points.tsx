/** Poengene dine: what each was for, the newest first, and why some were taken back. */
import { useEffect, useState } from 'preact/hooks'
import { type ApiError, asApiError, request } from '../../api/client'
import type { LedgerEntry, Page } from '../../api/types'
import { fair } from '../../text/fair'
import { profile } from '../../text/profile'
import { shell } from '../../text/shell'
import { when } from '../../text/when'
import { Icon } from '../../ui/Icon'
import { Screen } from '../../ui/Screen'
import { Message, Skeleton } from '../../ui/States'
import { Title } from '../../ui/Title'

export default function Points() {
  const [t, s] = [fair(), shell()]
  const [number, setNumber] = useState(1)
  const [page, setPage] = useState<Page<LedgerEntry> | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let wanted = true
    setError(null)
    request<Page<LedgerEntry>>(`/points?page=${number}`).then((found) => wanted && setPage(found), (caught: unknown) => wanted && setError(asApiError(caught)))
    return () => {
      wanted = false
    }
  }, [number, turn])
  const header = (
    <header class="top in">
      <a class="icon" href="/meg" aria-label={profile().toMe}><Icon name="v" /></a>
      <div class="grow"><Title page={t.points}>{t.points}</Title></div>
    </header>
  )
  const offline = error?.kind === 'network'
  return (
    <Screen tab="me" header={header}>
      <p class="dim">{t.pointsWhy}</p>
      {error ? (
        <Message icon={offline ? 'utenett' : 'info'} title={offline ? s.offlineEmpty : s.failed} why={offline ? s.offlineEmptyWhy : s.failedWhy}>
          <button type="button" class="btn s" onClick={() => setTurn(turn + 1)}>{s.retry}</button>
        </Message>
      ) : page ? <Entries page={page} turnTo={setNumber} /> : <Skeleton />}
    </Screen>
  )
}

function Entries({ page, turnTo }: { page: Page<LedgerEntry>; turnTo: (page: number) => void }) {
  const [t, p] = [fair(), profile()]
  if (page.items.length === 0) return <p class="card">{t.pointsNone}</p>
  return (
    <>
      <ul class="list">
        {page.items.map(({ id, kind, points, day, reason }) => (
          <li key={id} class="row">
            <span class="grow">
              <strong class="two">{t.kinds[kind]}</strong>
              <span class="two sm dim">{when().day(day)}</span>
              {reason && <span class="two sm">{t.because(reason)}</span>}
            </span>
            <b class="num">{points > 0 ? `+${points}` : String(points).replace('-', '\u2212')}</b>
          </li>
        ))}
      </ul>
      {page.pages > 1 && (
        <nav class="rowx" aria-label={t.points}>
          <button type="button" class="btn s slim" disabled={page.page <= 1} onClick={() => turnTo(page.page - 1)}>{p.previous}</button>
          <span class="sm grow">{p.page(page.page, page.pages)}</span>
          <button type="button" class="btn s slim" disabled={page.page >= page.pages} onClick={() => turnTo(page.page + 1)}>{p.next}</button>
        </nav>
      )}
    </>
  )
}
