/** Kompetansekrav: what is required of whom, how long it holds, and how many hold it. */
import { useState } from 'preact/hooks'
import type { Page, Requirement } from '../../api/types'
import { requirements } from '../../text/requirements'
import { Icon } from '../../ui/Icon'
import { Message } from '../../ui/States'
import { Absent, Pages, useAnswer } from './asking'
import { Frame } from './Frame'
import { audienceOf } from './words'

export default function Requirements() {
  const t = requirements()
  const [number, setNumber] = useState(1)
  const asked = useAnswer<Page<Requirement>>(`/studio/competence?page=${number}`)
  const page = asked.data
  const action = <a class="btn slim" href="/studio/krav/ny"><Icon name="pluss" />{t.fresh}</a>
  return (
    <Frame on="competence" title={t.title} below={page ? t.count(page.total) : undefined} action={action}>
      {!page || asked.error ? <Absent asked={asked} /> : page.total === 0 ? <Message icon="skjold" title={t.none} why={t.noneWhy} /> : <List items={page.items} />}
      {page && <Pages page={page} label={t.title} turnTo={setNumber} />}
    </Frame>
  )
}

function List({ items }: { items: readonly Requirement[] }) {
  const t = requirements()
  return (
    <section class="list">
      <table class="studio-table folds">
        <caption class="sr">{t.title}</caption>
        <thead>
          <tr>
            <th scope="col">{t.name}</th><th scope="col">{t.forWhom}</th><th scope="col">{t.topics}</th>
            <th scope="col">{t.term}</th><th scope="col">{t.held}</th>
          </tr>
        </thead>
        <tbody>{items.map((one) => <Line key={one.id} one={one} />)}</tbody>
      </table>
    </section>
  )
}

function Line({ one }: { one: Requirement }) {
  const t = requirements()
  return (
    <tr>
      <th scope="row">
        <a class="textlink" href={`/studio/krav/${one.id}`}>{one.title}</a>
        <span class="two xs dim light">{one.mandatory ? t.mandatory : t.voluntary}</span>
      </th>
      <td>{audienceOf(one)}</td>
      <td>{one.topics.map(({ title, share }) => (share === 100 ? title : `${title} (${t.percent(share)})`)).join(', ')}</td>
      <td>{t.months(one.months)}</td>
      <td><Held one={one} /></td>
    </tr>
  )
}

function Held({ one: { ended, counts } }: { one: Requirement }) {
  const t = requirements()
  if (ended) return <span class="chip"><Icon name="las" />{t.ended}</span>
  if (!counts) return <span class="dim">{t.small}</span>
  const all = Object.values(counts).reduce((sum, each) => sum + each, 0)
  return (
    <span class="studio-languages">
      <span class="chip g"><Icon name="skjold" />{t.counts(counts.valid + counts.renew, all)}</span>
      {counts.renew > 0 && <span class="chip b"><Icon name="igjen" />{t.renewing(counts.renew)}</span>}
    </span>
  )
}
