/** Who has looked at the viewer's data: a page at a time, newest first. */
import { useEffect, useState } from 'preact/hooks'
import { type ApiError, asApiError, request } from '../../api/client'
import type { Look, Page } from '../../api/types'
import { profile } from '../../text/profile'
import { shell } from '../../text/shell'
import { when } from '../../text/when'
import { Icon } from '../../ui/Icon'
import { Screen } from '../../ui/Screen'
import { Message, Skeleton } from '../../ui/States'
import { Title } from '../../ui/Title'

export default function Looks() {
  const t = profile()
  const [number, setNumber] = useState(1)
  const [page, setPage] = useState<Page<Look> | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let wanted = true
    setError(null)
    request<Page<Look>>(`/me/access-log?page=${number}`).then(
      (found) => wanted && setPage(found),
      (caught: unknown) => wanted && setError(asApiError(caught)),
    )
    return () => {
      wanted = false
    }
  }, [number, turn])
  const header = (
    <header class="top in">
      <a class="icon" href="/meg" aria-label={t.toMe}><Icon name="v" /></a>
      <div class="grow"><Title page={t.looksTitle}>{t.looksTitle}</Title></div>
    </header>
  )
  return (
    <Screen tab="me" header={header}>
      <p class="dim">{t.looksWhy}</p>
      {error ? <Failed error={error} retry={() => setTurn(turn + 1)} /> : page ? <Log page={page} turnTo={setNumber} /> : <Skeleton />}
    </Screen>
  )
}

function Failed({ error, retry }: { error: ApiError; retry: () => void }) {
  const t = shell()
  const offline = error.kind === 'network'
  return (
    <Message icon={offline ? 'utenett' : 'info'} title={offline ? t.offlineEmpty : t.failed} why={offline ? t.offlineEmptyWhy : t.failedWhy}>
      <button type="button" class="btn s" onClick={retry}>{t.retry}</button>
    </Message>
  )
}

function Log({ page, turnTo }: { page: Page<Look>; turnTo: (page: number) => void }) {
  const t = profile()
  if (page.items.length === 0) return <p class="card">{t.looksNone}</p>
  return (
    <>
      <section class="list">
        <table class="board log">
          <thead><tr><th scope="col">{t.looksWho}</th><th scope="col">{t.looksWhat}</th><th scope="col">{t.looksAt}</th></tr></thead>
          <tbody>
            {page.items.map((look) => (
              <tr key={`${look.at} ${look.viewer} ${look.what}`}>
                <th scope="row">{look.viewer}</th><td>{t.looksWhats[look.what] ?? look.what}</td><td>{when().moment(look.at, new Date())}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {page.pages > 1 && (
        <nav class="rowx" aria-label={t.looksTitle}>
          <button type="button" class="btn s slim" disabled={page.page <= 1} onClick={() => turnTo(page.page - 1)}>{t.previous}</button>
          <span class="sm grow">{t.page(page.page, page.pages)}</span>
          <button type="button" class="btn s slim" disabled={page.page >= page.pages} onClick={() => turnTo(page.page + 1)}>{t.next}</button>
        </nav>
      )}
    </>
  )
}
