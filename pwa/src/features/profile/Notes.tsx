/** What one has written for oneself in posts, with what was asked: read again, or deleted. The first page lies on the device. */
import { useEffect, useState } from 'preact/hooks'
import * as answers from '../../answers'
import { asApiError, request } from '../../api/client'
import type { Reflection, Reflections } from '../../api/types'
import { waiting } from '../../offline/outbox'
import { notes } from '../../text/notes'
import { profile } from '../../text/profile'
import { shell } from '../../text/shell'
import { Icon } from '../../ui/Icon'
import { Screen } from '../../ui/Screen'
import { AsOf, Message, Pending } from '../../ui/States'
import { Title } from '../../ui/Title'
import { Note } from './Note'
import { noteId } from './logic'

export default function Notes() {
  const t = notes()
  const state = answers.reflections.state.value
  const [more, setMore] = useState<Reflections[]>([])
  const [gone, setGone] = useState<string[]>([])
  const [told, setTold] = useState<'removed' | 'offline' | 'failed' | null>(null)
  useEffect(() => void answers.reflections.refresh(), [])
  if (!state.data) return <Pending tab="me" page={t.title} state={state} retry={() => void answers.reflections.refresh()} />
  const pages = [state.data, ...more]
  const last = more.at(-1) ?? state.data
  const shown = [...new Map(pages.flatMap(({ items }) => items).map((one) => [noteId(one), one])).values()].filter((one) => !gone.includes(noteId(one)))
  const problem = (caught: unknown) => setTold(asApiError(caught).kind === 'network' ? 'offline' : 'failed')

  const remove = async (one: Reflection) => {
    try {
      await request(`/reflections/${encodeURIComponent(one.letter)}?position=${one.position}`, { method: 'DELETE' })
      setGone([...gone, noteId(one)])
      setTold('removed')
      await answers.reflections.refresh()
    } catch (caught) {
      problem(caught)
    }
  }
  const fetchMore = () => request<Reflections>(`/reflections?page=${last.page + 1}`).then((page) => setMore([...more, page]), problem)
  const header = (
    <header class="top in">
      <a class="icon" href="/meg" aria-label={profile().toMe}><Icon name="v" /></a>
      <div class="grow"><Title page={t.title}>{t.title}</Title></div>
    </header>
  )
  return (
    <Screen tab="me" header={header}>
      <p class="note sm"><Icon name="las" small />{t.onlyYou}</p>
      <AsOf state={state} />
      {waiting.value.length > 0 && <p class="sm dim">{t.waiting}</p>}
      <p class={told === 'removed' ? 'sm told-line' : 'wrong told-line'} role="status">{told && t[told]}</p>
      {shown.length === 0
        ? <Message icon="las" title={t.none} why={t.noneWhy}><a class="btn s" href="/">{shell().toToday}</a></Message>
        : <ul class="stack">{shown.map((one) => <Note key={noteId(one)} note={one} onRemove={() => void remove(one)} />)}</ul>}
      {last.page < last.pages && <button type="button" class="btn s" onClick={() => void fetchMore()}>{t.more}</button>}
    </Screen>
  )
}
