/** A list of questions that grows by pages. */
import { useEffect, useState } from 'preact/hooks'
import { asApiError, request } from '../../api/client'
import { help } from '../../text/help'
import { shell } from '../../text/shell'
import { Icon } from '../../ui/Icon'
import type { Requests } from './asked'
import { together } from './logic'
import { Row } from './Row'

type Props = { first: Requests; path: string; none: string; label: string }

export function List({ first, path, none, label }: Props) {
  const [more, setMore] = useState<Requests[]>([])
  const [failed, setFailed] = useState<'network' | 'problem' | null>(null)
  const items = together([first, ...more])
  const last = more.at(-1) ?? first
  const fetchMore = () => {
    setFailed(null)
    const next = `${path}${path.includes('?') ? '&' : '?'}page=${last.page + 1}`
    request<Requests>(next).then((page) => setMore([...more, page]), (caught: unknown) => setFailed(asApiError(caught).kind))
  }
  if (items.length === 0) return <p class="dim">{none}</p>
  return (
    <>
      <ul class="list" aria-label={label}>{items.map((one) => <Row key={one.id} one={one} />)}</ul>
      {failed && <p class="note sm" role="status"><Icon name="utenett" small />{failed === 'network' ? shell().offlineEmptyWhy : shell().failedWhy}</p>}
      {last.page < last.pages && <button type="button" class="btn s" onClick={fetchMore}>{help().more}</button>}
    </>
  )
}

const DONE = '/help/to-me?answered=yes'

/** What is answered already, asked for when somebody wants to see it. */
export function Done() {
  const t = help()
  const [open, setOpen] = useState(false)
  const [first, setFirst] = useState<Requests | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (!open) return
    setFailed(false)
    request<Requests>(DONE).then(setFirst, () => setFailed(true))
  }, [open])
  return (
    <>
      <button type="button" class="btn t" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? t.doneHide : t.done}</button>
      {open && failed && <p class="note sm" role="status"><Icon name="utenett" small />{shell().failedWhy}</p>}
      {open && first && <List first={first} path={DONE} none={t.doneNone} label={t.done} />}
    </>
  )
}
