/** Folk: the people of the departments one leads, found by name, number or department. */
import { useState } from 'preact/hooks'
import type { LedDepartment, ListedPerson, Page } from '../../api/types'
import { competence } from '../../text/competence'
import { people } from '../../text/people'
import { Icon } from '../../ui/Icon'
import { Message, Skeleton } from '../../ui/States'
import { useAsked, useDepartments } from './asked'
import { Failed, Frame } from './Frame'
import { type Sought, indented, listAddress } from './logic'
import { Row } from './Row'
import { Sheet } from './Sheet'

export default function People() {
  const t = people()
  const [sought, setSought] = useState<Sought>({ text: '', department: '', page: 1 })
  const { data, error, retry } = useAsked<Page<ListedPerson>>(listAddress(sought))
  const departments = useDepartments()
  const dock = <a class="btn" href="/folk/ny"><Icon name="pluss" />{t.add}</a>
  return (
    <Frame title={t.title} back="/meg" backLabel={t.toMe} below={data && !error ? t.count(data.total) : undefined} dock={error ? undefined : dock} wide>
      {error ? <Failed error={error} retry={retry} /> : !departments ? <Skeleton /> : (
        <>
          <Search departments={departments} sought={sought} onSeek={setSought} />
          <div class="stack aside">
            {departments.length > 0 && <Sheet departments={departments} chosen={sought.department} />}
            <ToCompetence />
            <p class="xs dim">{t.noted}</p>
          </div>
          <div class="stack">
            {data ? <List page={data} named={departments.length > 1} turnTo={(page) => setSought({ ...sought, page })} /> : <Skeleton />}
          </div>
        </>
      )}
    </Frame>
  )
}

function ToCompetence() {
  const t = competence()
  return (
    <div class="list">
      <a class="row" href="/folk/kompetanse">
        <span class="tile g"><Icon name="skjold" /></span>
        <span class="grow"><strong>{t.title}</strong><span class="two sm dim">{t.ledShort}</span></span>
        <Icon name="h" small />
      </a>
    </div>
  )
}

type SearchProps = { departments: LedDepartment[]; sought: Sought; onSeek: (sought: Sought) => void }

function Search({ departments, sought, onSeek }: SearchProps) {
  const t = people()
  const [text, setText] = useState(sought.text)
  const submit = (event: Event) => {
    event.preventDefault()
    onSeek({ ...sought, text, page: 1 })
  }
  return (
    <form class="stack" role="search" onSubmit={submit}>
      <div class="seek">
        <label class="field grow">
          <span>{t.search}</span>
          <input class="inp" type="search" value={text} maxLength={100} autocomplete="off" onInput={(event) => setText(event.currentTarget.value)} />
        </label>
        <button type="submit" class="btn s slim">{t.find}</button>
      </div>
      {departments.length > 1 && (
        <label class="field">
          <span>{t.department}</span>
          <select class="inp" value={sought.department} onChange={(event) => onSeek({ text, department: event.currentTarget.value, page: 1 })}>
            <option value="">{t.all}</option>
            {departments.map((one) => <option key={one.id} value={one.id}>{indented(one)}</option>)}
          </select>
        </label>
      )}
    </form>
  )
}

type ListProps = { page: Page<ListedPerson>; named: boolean; turnTo: (page: number) => void }

function List({ page, named, turnTo }: ListProps) {
  const t = people()
  if (page.items.length === 0) return <Message icon="folk" title={t.none} why={t.noneWhy} />
  return (
    <>
      <ul class="list">{page.items.map((one) => <Row key={one.id} person={one} named={named} />)}</ul>
      {page.pages > 1 && (
        <nav class="rowx" aria-label={t.pages}>
          <button type="button" class="btn s slim" disabled={page.page <= 1} onClick={() => turnTo(page.page - 1)}>{t.previous}</button>
          <span class="sm grow" role="status">{t.page(page.page, page.pages)}</span>
          <button type="button" class="btn s slim" disabled={page.page >= page.pages} onClick={() => turnTo(page.page + 1)}>{t.next}</button>
        </nav>
      )}
    </>
  )
}
