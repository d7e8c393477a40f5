/** Utforsk: the paths one may choose oneself, found by title, started with one tap. */
import { useEffect, useState } from 'preact/hooks'
import { type ApiError, asApiError, request } from '../../api/client'
import type { Offer, Page } from '../../api/types'
import { language } from '../../text'
import { path } from '../../text/path'
import { shell } from '../../text/shell'
import { Icon } from '../../ui/Icon'
import { Screen } from '../../ui/Screen'
import { Message, Skeleton } from '../../ui/States'
import { Title } from '../../ui/Title'
import { OfferCard } from './OfferCard'

/** So long a person's finger rests before the next search goes out. */
const REST = 200

export default function Explore() {
  const t = path()
  const [search, setSearch] = useState('')
  const [number, setNumber] = useState(1)
  const [page, setPage] = useState<Page<Offer> | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let wanted = true
    const asking = setTimeout(() => {
      request<Page<Offer>>(`/explore?search=${encodeURIComponent(search.trim())}&page=${number}`).then(
        (found) => {
          if (!wanted) return
          setError(null)
          setPage(found)
        },
        (caught: unknown) => wanted && setError(asApiError(caught)),
      )
    }, page ? REST : 0)
    return () => {
      wanted = false
      clearTimeout(asking)
    }
  }, [search, number, turn, language.value])
  const header = (
    <header class="top in">
      <a class="icon" href="/loype" aria-label={t.toPath}><Icon name="v" /></a>
      <div class="grow"><Title page={t.explore}>{t.explore}</Title></div>
    </header>
  )
  const find = (text: string) => {
    setNumber(1)
    setSearch(text)
  }
  return (
    <Screen tab="path" header={header}>
      <p class="dim">{t.exploreWhy}</p>
      <label class="field">
        <span>{t.search}</span>
        <input class="inp" type="search" value={search} maxLength={100} autocomplete="off" onInput={(event) => find(event.currentTarget.value)} />
      </label>
      {error ? <Failed error={error} retry={() => setTurn(turn + 1)} />
        : page ? <Found page={page} searched={search.trim() !== ''} turnTo={setNumber} /> : <Skeleton />}
    </Screen>
  )
}

function Failed({ error, retry }: { error: ApiError; retry: () => void }) {
  const offline = error.kind === 'network'
  return (
    <Message
      icon={offline ? 'utenett' : 'info'} title={offline ? path().exploreOffline : shell().failed}
      why={offline ? path().exploreOfflineWhy : shell().failedWhy}
    >
      <button type="button" class="btn s" onClick={retry}>{shell().retry}</button>
    </Message>
  )
}

type FoundProps = { page: Page<Offer>; searched: boolean; turnTo: (page: number) => void }

function Found({ page, searched, turnTo }: FoundProps) {
  const t = path()
  return (
    <>
      <p class="sm dim" role="status">{page.total > 0 ? t.found(page.total) : searched ? t.foundNone : ''}</p>
      {page.total === 0 && !searched && <Message icon="rute" title={t.nothing} why={t.nothingWhy} />}
      <ul class="stack">{page.items.map((offer) => <OfferCard key={offer.run} offer={offer} />)}</ul>
      {page.pages > 1 && (
        <nav class="rowx" aria-label={t.explore}>
          <button type="button" class="btn s slim" disabled={page.page <= 1} onClick={() => turnTo(page.page - 1)}>{t.previous}</button>
          <span class="sm grow">{t.page(page.page, page.pages)}</span>
          <button type="button" class="btn s slim" disabled={page.page >= page.pages} onClick={() => turnTo(page.page + 1)}>{t.next}</button>
        </nav>
      )}
    </>
  )
}
