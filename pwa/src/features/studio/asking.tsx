/** One answer of the studio's server: asked for when the screen comes, again on request. Nothing of it is kept. */
import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { type ApiError, asApiError, request } from '../../api/client'
import { language } from '../../text'
import { shell } from '../../text/shell'
import { studio } from '../../text/studio'
import { Message, Skeleton } from '../../ui/States'

export type Asked<T> = { data: T | null; error: ApiError | null; again: () => void }

/** What stands at an address of the API, asked for anew when the address or the language changes. */
export function useAnswer<T>(address: string): Asked<T> {
  const [turn, setTurn] = useState(0)
  const [data, setData] = useState<T | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  useEffect(() => {
    let wanted = true
    request<T>(address).then(
      (found) => {
        if (!wanted) return
        setError(null)
        setData(found)
      },
      (caught: unknown) => wanted && setError(asApiError(caught)),
    )
    return () => {
      wanted = false
    }
  }, [address, turn, language.value])
  return { data, error, again: () => setTurn((one) => one + 1) }
}

/** What stands there while there is no answer: being fetched, gone, offline, failed. */
export function Absent({ asked: { error, again } }: { asked: Asked<unknown> }): JSX.Element {
  const t = shell()
  if (!error) return <Skeleton />
  if (error.status === 404) return <Message icon="info" title={studio().gone} why={studio().goneWhy} />
  const offline = error.kind === 'network'
  return (
    <Message icon={offline ? 'utenett' : 'info'} title={offline ? studio().offline : t.failed} why={offline ? studio().offlineWhy : t.failedWhy}>
      <button type="button" class="btn s" onClick={again}>{t.retry}</button>
    </Message>
  )
}

type PagesProps = { page: { page: number; pages: number }; label: string; turnTo: (page: number) => void }

/** The way from page to page; nothing where there is only one. */
export function Pages({ page: { page, pages }, label, turnTo }: PagesProps): JSX.Element | null {
  const t = studio()
  if (pages <= 1) return null
  return (
    <nav class="rowx" aria-label={label}>
      <button type="button" class="btn s slim" disabled={page <= 1} onClick={() => turnTo(page - 1)}>{t.previous}</button>
      <span class="sm">{t.page(page, pages)}</span>
      <button type="button" class="btn s slim" disabled={page >= pages} onClick={() => turnTo(page + 1)}>{t.next}</button>
    </nav>
  )
}
