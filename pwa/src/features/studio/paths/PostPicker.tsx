/** A post to put in a week: among those that are in force, found by words. */
import { useEffect, useState } from 'preact/hooks'
import { paths } from '../../../text/paths'
import { shell } from '../../../text/shell'
import { Dialog } from '../../../ui/Dialog'
import { Absent, Pages, useAnswer } from '../asking'
import type { ListPage } from '../editor/shapes'

const REST = 300

type Props = { taken: readonly string[]; pick: (slug: string, title: string) => void; close: () => void }

export function PostPicker({ taken, pick, close }: Props) {
  const t = paths()
  const [text, setText] = useState('')
  const [asked, setAsked] = useState({ q: '', page: 1 })
  useEffect(() => {
    const resting = setTimeout(() => setAsked((before) => (before.q === text ? before : { q: text, page: 1 })), REST)
    return () => clearTimeout(resting)
  }, [text])
  const answer = useAnswer<ListPage>(`/studio/modules?page=${asked.page}&q=${encodeURIComponent(asked.q)}`)
  const found = answer.data?.items.filter(({ slug, version, state }) => version !== null && state !== 'retired' && !taken.includes(slug)) ?? []
  return (
    <Dialog title={t.addPost} onClose={close}>
      <label class="field">
        <span>{t.search}</span>
        <input class="inp" type="search" value={text} maxLength={100} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <p class="sr" role="status">{answer.data ? t.found(found.length) : ''}</p>
      {!answer.data || answer.error ? <Absent asked={answer} /> : (
        <ul class="list">
          {found.map(({ slug, title }) => <li key={slug}><button type="button" class="row" onClick={() => pick(slug, title)}>{title}</button></li>)}
        </ul>
      )}
      {answer.data && <Pages page={answer.data} label={t.posts} turnTo={(page) => setAsked({ ...asked, page })} />}
      <button type="button" class="btn t" onClick={close}>{shell().back}</button>
    </Dialog>
  )
}
