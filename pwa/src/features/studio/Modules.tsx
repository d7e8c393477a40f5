/** Innhold: every post with its state, its languages and its time; found by words and by state, walked by keys. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { navigate } from '../../router'
import { modules } from '../../text/modules'
import { Icon } from '../../ui/Icon'
import { Message } from '../../ui/States'
import { Absent, Pages, useAnswer } from './asking'
import { KeysHelp } from './editor/KeysHelp'
import type { ListPage, Listed, State } from './editor/shapes'
import { Frame } from './Frame'
import { useKeys } from './keys'
import { ModulesTable } from './ModulesTable'
import { counted, listAddress } from './modules'
import { NewPost } from './NewPost'

/** So long one types before it is searched. */
const REST = 300
/** A line that is held free, so that nothing moves when the list comes. */
const NOTHING_YET = '\u00a0'

/** `onShown`: the list stands, and there is time for what comes next. */
export default function Modules({ onShown }: { onShown: () => void }) {
  const t = modules()
  const [asked, setAsked] = useState<{ page: number; state: State | null; q: string }>({ page: 1, state: null, q: '' })
  const [making, setMaking] = useState<{ like: Listed | null } | null>(null)
  const [help, setHelp] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const answer = useAnswer<ListPage>(listAddress(asked))
  const page = answer.data
  const isShown = page !== null
  useEffect(() => {
    if (isShown) onShown()
  }, [isShown, onShown])
  const walk = (by: 1 | -1) => {
    const links = [...(list.current?.querySelectorAll<HTMLAnchorElement>('a[data-post]') ?? [])]
    const here = links.findIndex((link) => link === document.activeElement)
    const next = links[here === -1 ? (by === 1 ? 0 : links.length - 1) : here + by]
    next?.focus()
  }
  useKeys({ n: () => setMaking({ like: null }), j: () => walk(1), k: () => walk(-1), '/': () => search.current?.focus(), '?': () => setHelp(true) })
  const action = (
    <div class="editor-chips">
      <a class="btn s slim" href="/studio/import"><Icon name="last-ned" small />{t.import}</a>
      <button type="button" class="btn slim" aria-keyshortcuts="n" onClick={() => setMaking({ like: null })}><Icon name="pluss" small />{t.newPost} <kbd class="editor-key">N</kbd></button>
    </div>
  )
  const loads = page === null && answer.error === null
  const empty = page?.total === 0 && !answer.error
  const searches = asked.q !== '' || asked.state !== null
  return (
    <Frame on="modules" title={t.title} below={page ? t.count(counted(page.counts).all) : loads ? NOTHING_YET : undefined} action={action}>
      <Search field={search} onSearch={(q) => setAsked((before) => (before.q === q ? before : { ...before, page: 1, q }))} />
      {page && <States page={page} chosen={asked.state} onChoose={(state) => setAsked({ ...asked, page: 1, state })} />}
      <div ref={list} class="stack">
        {!page || answer.error ? <Absent asked={answer} />
          : empty && searches ? <Message icon="boks" title={t.noneFound} why={t.noneFoundWhy}><button type="button" class="btn s" onClick={() => setAsked({ page: 1, state: null, q: asked.q })}>{t.showAll}</button></Message>
          : empty ? <Message icon="boks" title={t.none} why={t.noneWhy}><button type="button" class="btn" onClick={() => setMaking({ like: null })}>{t.newPost}</button></Message>
          : <ModulesTable items={page.items} onCopy={(like) => setMaking({ like })} />}
      </div>
      {page && <Pages page={page} label={t.posts} turnTo={(number) => setAsked({ ...asked, page: number })} />}
      {!loads && <p class="xs dim editor-foot"><button type="button" class="textlink" aria-keyshortcuts="?" onClick={() => setHelp(true)}>{t.shortcuts} <kbd>?</kbd></button></p>}
      {making && <NewPost like={making.like} onMade={(id) => navigate(`/studio/post/${id}`)} onClose={() => setMaking(null)} />}
      {help && <KeysHelp all={t.keys} onClose={() => setHelp(false)} />}
    </Frame>
  )
}

function Search({ field, onSearch }: { field: preact.RefObject<HTMLInputElement | null>; onSearch: (q: string) => void }) {
  const t = modules()
  const [text, setText] = useState('')
  useEffect(() => {
    const asking = setTimeout(() => onSearch(text), REST)
    return () => clearTimeout(asking)
  }, [text])
  return (
    <div role="search">
      <label class="field"><span class="sr">{t.search}</span>
        <input ref={field} class="inp" type="search" aria-keyshortcuts="/" placeholder={t.search} maxLength={100} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
    </div>
  )
}

function States({ page, chosen, onChoose }: { page: ListPage; chosen: State | null; onChoose: (state: State | null) => void }) {
  const t = modules()
  const { states, all } = counted(page.counts)
  return (
    <div class="editor-chips" role="group" aria-label={t.state}>
      <button type="button" class="btn s slim" aria-pressed={chosen === null} onClick={() => onChoose(null)}>{t.all} {all}</button>
      {states.map((state) => <button key={state} type="button" class="btn s slim" aria-pressed={chosen === state} onClick={() => onChoose(state)}>{t.states[state]} {page.counts[state]}</button>)}
    </div>
  )
}
