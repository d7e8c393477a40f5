/** The inbox: everything Løype has told, each with its reason, newest first. Seeing it is reading it. */
import { useEffect, useRef, useState } from 'preact/hooks'
import * as answers from '../../answers'
import { asApiError, reachable, request } from '../../api/client'
import type { Inbox } from '../../api/types'
import { inbox } from '../../text/inbox'
import { shell } from '../../text/shell'
import { Icon } from '../../ui/Icon'
import { Screen } from '../../ui/Screen'
import { AsOf, Message, Pending } from '../../ui/States'
import { Title } from '../../ui/Title'
import { Item } from './Item'
import { together, unread } from './logic'
import './inbox.css'

export default function InboxPage() {
  const t = inbox()
  const state = answers.inbox.state.value
  const [more, setMore] = useState<Inbox[]>([])
  // What was new when it was first seen stays marked as new while the screen stands.
  const fresh = useRef(new Set<string>()).current
  useEffect(() => void answers.inbox.refresh(), [])
  const items = state.data ? together(state.data, more) : []
  const waiting = unread(items).filter((id) => !fresh.has(id))
  for (const id of waiting) fresh.add(id)
  useEffect(() => {
    if (waiting.length > 0 && !state.kept && reachable.value) void readAll(waiting)
  }, [waiting.join()])
  if (!state.data) return <Pending tab="today" page={t.title} state={state} retry={() => void answers.inbox.refresh()} />
  const last = more.at(-1) ?? state.data
  return (
    <Screen tab="today" header={<Head count={fresh.size} />}>
      <AsOf state={state} />
      {items.length === 0 && <Message icon="boks" title={t.emptyTitle} why={t.emptyWhy} />}
      {items.map((nudge) => <Item key={nudge.id} nudge={nudge} isNew={fresh.has(nudge.id)} />)}
      {last.page < last.pages && <Older page={last.page + 1} onMore={(page) => setMore([...more, page])} />}
    </Screen>
  )
}

function Head({ count }: { count: number }) {
  const t = inbox()
  return (
    <header class="top in">
      <a class="icon" href="/" aria-label={shell().toToday}><Icon name="v" /></a>
      <div class="grow"><Title page={t.title}>{t.title}</Title></div>
      {count > 0 && <span class="chip w inbox-count">{t.news(count)}</span>}
    </header>
  )
}

async function readAll(ids: string[]): Promise<void> {
  const page = 50
  for (let from = 0; from < ids.length; from += page) {
    const body = { ids: ids.slice(from, from + page) }
    await request('/inbox/read', { method: 'POST', body }).catch(() => undefined)
  }
  await answers.today.refresh()
}

function Older({ page, onMore }: { page: number; onMore: (page: Inbox) => void }) {
  const [failed, setFailed] = useState<'network' | 'problem' | null>(null)
  const t = shell()
  const fetchMore = () => {
    setFailed(null)
    request<Inbox>(`/inbox?page=${page}`).then(onMore, (caught: unknown) => setFailed(asApiError(caught).kind))
  }
  return (
    <>
      {failed && <p class="note sm" role="status"><Icon name="utenett" small />{failed === 'network' ? t.offlineEmptyWhy : t.failedWhy}</p>}
      <button type="button" class="btn s" onClick={fetchMore}>{inbox().older}</button>
    </>
  )
}
