/** Competence in the departments one leads: how many hold what is required, and who of them where it must be taken. */
import { useEffect, useState } from 'preact/hooks'
import { type ApiError, asApiError, request } from '../../api/client'
import type { Holder, Holders, LedRequirement, Page } from '../../api/types'
import { language } from '../../text'
import { competence } from '../../text/competence'
import { shell } from '../../text/shell'
import { when } from '../../text/when'
import { Icon, type IconName } from '../../ui/Icon'
import { Screen } from '../../ui/Screen'
import { Message, Skeleton } from '../../ui/States'
import { Title } from '../../ui/Title'
import { Waiting } from '../../ui/Waiting'
import './competence.css'

export default function Led({ requirement }: { requirement: string | null }) {
  return requirement === null ? <Requirements /> : <Names requirement={requirement} />
}

type Asked<T> = { data: T | null; error: ApiError | null; retry: () => void }

function useAsked<T>(path: string): Asked<T> {
  const [data, setData] = useState<T | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let wanted = true
    setError(null)
    request<T>(path).then((found) => wanted && setData(found), (caught: unknown) => wanted && setError(asApiError(caught)))
    return () => {
      wanted = false
    }
  }, [path, turn, language.value])
  return { data, error, retry: () => setTurn(turn + 1) }
}

type FrameProps = { title: string; back: string; backLabel: string; asked: Asked<unknown>; children: preact.ComponentChildren }

function Frame({ title, back, backLabel, asked, children }: FrameProps) {
  const t = shell()
  const header = (
    <header class="top in">
      <a class="icon" href={back} aria-label={backLabel}><Icon name="v" /></a>
      <div class="grow"><Title page={title}>{title}</Title></div>
    </header>
  )
  const { error, data, retry } = asked
  const offline = error?.kind === 'network'
  return (
    <Screen tab="people" header={header}>
      <Waiting />
      {error ? (
        <Message icon={offline ? 'utenett' : 'info'} title={offline ? t.offlineEmpty : t.failed} why={offline ? t.offlineEmptyWhy : t.failedWhy}>
          <button type="button" class="btn s" onClick={retry}>{t.retry}</button>
        </Message>
      ) : data ? children : <Skeleton />}
    </Screen>
  )
}

function Requirements() {
  const t = competence()
  const asked = useAsked<Page<LedRequirement>>('/competence/led')
  const items = asked.data?.items ?? []
  return (
    <Frame title={t.ledTitle} back="/folk" backLabel={t.toPeople} asked={asked}>
      <p class="sm dim">{t.ledWhy}</p>
      {items.length === 0 ? <Message icon="skjold" title={t.ledNone} why={t.ledNoneWhy} /> : (
        <ul class="list">{items.map((one) => <li key={one.id}><Line one={one} /></li>)}</ul>
      )}
    </Frame>
  )
}

function Line({ one }: { one: LedRequirement }) {
  const t = competence()
  const { counts } = one
  const all = counts ? Object.values(counts).reduce((sum, each) => sum + each, 0) : 0
  const told = counts
    ? [t.ledCounts(counts.valid + counts.renew, all), counts.renew > 0 && t.ledRenew(counts.renew)].filter(Boolean).join(' · ')
    : t.ledSmall
  const inside = (
    <>
      <span class="tile g"><Icon name="skjold" /></span>
      <span class="grow"><strong>{one.title}</strong><span class="two sm dim">{told}</span></span>
    </>
  )
  if (!one.mandatory) return <div class="row">{inside}<span class="chip">{t.voluntary}</span></div>
  return <a class="row" href={`/folk/kompetanse/${encodeURIComponent(one.id)}`}>{inside}<span class="sr">{t.ledNames}</span><Icon name="h" small /></a>
}

const LOOKS: Record<Holder['state'], { look: string; icon: IconName }> = {
  valid: { look: 'g', icon: 'skjold' },
  renew: { look: 'b', icon: 'igjen' },
  expired: { look: 'w', icon: 'klokke' },
  missing: { look: '', icon: 'flag' },
}

function Names({ requirement }: { requirement: string }) {
  const t = competence()
  const [number, setNumber] = useState(1)
  const asked = useAsked<Holders>(`/competence/led/${encodeURIComponent(requirement)}?page=${number}`)
  const page = asked.data
  return (
    <Frame title={page?.title ?? t.ledTitle} back="/folk/kompetanse" backLabel={t.ledBack} asked={asked}>
      <section class="list">
        <table class="board log led-names">
          <caption class="sr">{page?.title}</caption>
          <thead><tr><th scope="col">{t.name}</th><th scope="col">{t.state}</th></tr></thead>
          <tbody>{page?.items.map((one) => <Person key={one.id} one={one} />)}</tbody>
        </table>
      </section>
      {page && page.pages > 1 && (
        <nav class="rowx" aria-label={t.ledTitle}>
          <button type="button" class="btn s slim" disabled={page.page <= 1} onClick={() => setNumber(number - 1)}>{t.previous}</button>
          <span class="sm grow" role="status">{t.page(page.page, page.pages)}</span>
          <button type="button" class="btn s slim" disabled={page.page >= page.pages} onClick={() => setNumber(number + 1)}>{t.next}</button>
        </nav>
      )}
      <p class="xs dim">{t.ledWhy}</p>
    </Frame>
  )
}

function Person({ one }: { one: Holder }) {
  const t = competence()
  const { look, icon } = LOOKS[one.state]
  const day = one.valid_until ? when().date(one.valid_until) : null
  return (
    <tr>
      <th scope="row">{one.name}</th>
      <td>
        <span class={`chip ${look}`}><Icon name={icon} />{t.states[one.state]}</span>
        {day && <span class="two xs dim">{one.state === 'expired' ? t.endedOn(day) : t.validUntil(day)}</span>}
      </td>
    </tr>
  )
}
