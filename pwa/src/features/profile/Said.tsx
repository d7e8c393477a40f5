/** What one has said of posts, with what was answered. The first page lies on the device; what waits stands before it. */
import { useEffect, useState } from 'preact/hooks'
import * as answers from '../../answers'
import { asApiError, request } from '../../api/client'
import type { Rating, Ratings } from '../../api/types'
import * as written from '../../offline/written'
import { profile } from '../../text/profile'
import { said } from '../../text/said'
import { shell } from '../../text/shell'
import { Icon } from '../../ui/Icon'
import { Screen } from '../../ui/Screen'
import { AsOf, Message, Pending } from '../../ui/States'
import { Title } from '../../ui/Title'
import { SaidOne } from './SaidOne'
import { Unsaid } from './Unsaid'

export default function SaidPage() {
  const t = said()
  const state = answers.ratings.state.value
  const [more, setMore] = useState<Ratings[]>([])
  const [gone, setGone] = useState<string[]>([])
  const [told, setTold] = useState<'removed' | 'offline' | 'failed' | null>(null)
  useEffect(() => void answers.ratings.refresh(), [written.rated.value])
  const waiting = written.ratings.value
  if (!state.data && waiting.length === 0) {
    return <Pending tab="me" page={t.title} state={state} retry={() => void answers.ratings.refresh()} />
  }
  const pages = [...(state.data ? [state.data] : []), ...more]
  const last = pages.at(-1)
  const shown = [...new Map(pages.flatMap(({ items }) => items).map((one) => [one.version, one])).values()]
    .filter(({ version }) => !gone.includes(version) && !waiting.some(({ rating }) => rating?.version === version))
  const problem = (caught: unknown) => setTold(asApiError(caught).kind === 'network' ? 'offline' : 'failed')
  const remove = async (one: Rating) => {
    try {
      await request(`/feedback/${encodeURIComponent(one.version)}`, { method: 'DELETE' })
      setGone([...gone, one.version])
      setTold('removed')
      if (written.rated.value?.version === one.version) written.rated.value = null
      await answers.ratings.refresh()
    } catch (caught) {
      problem(caught)
    }
  }
  const fetchMore = (page: number) => request<Ratings>(`/feedback?page=${page}`).then((found) => setMore([...more, found]), problem)
  const header = (
    <header class="top in">
      <a class="icon" href="/meg" aria-label={profile().toMe}><Icon name="v" /></a>
      <div class="grow"><Title page={t.title}>{t.title}</Title></div>
    </header>
  )
  return (
    <Screen tab="me" header={header}>
      <AsOf state={state} />
      <p class={told === 'removed' ? 'sm told-line' : 'wrong told-line'} role="status">{told && t[told]}</p>
      {waiting.length > 0 && <ul class="stack">{waiting.map((one) => <Unsaid key={one.id} one={one} />)}</ul>}
      {shown.length === 0 && waiting.length === 0
        ? <Message icon="prat" title={t.none} why={t.noneWhy}><a class="btn s" href="/">{shell().toToday}</a></Message>
        : <ul class="stack">{shown.map((one) => <SaidOne key={one.version} one={one} onRemove={() => void remove(one)} />)}</ul>}
      {last && last.page < last.pages && <button type="button" class="btn s" onClick={() => void fetchMore(last.page + 1)}>{t.more}</button>}
    </Screen>
  )
}
