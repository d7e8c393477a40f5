/** One post: how far people come, card by card what they answer, what to do about it, and what they say. */
import { useState } from 'preact/hooks'
import type { Statistics } from '../../../api/types'
import { statistics } from '../../../text/statistics'
import { when } from '../../../text/when'
import { Message } from '../../../ui/States'
import { Absent, useAnswer } from '../asking'
import { Frame } from '../Frame'
import { CardFigures } from './CardFigures'
import { Comments } from './Comments'
import { Owner } from './Owner'
import { Questions } from './Questions'
import { Stops } from './Stops'
import { ToDo } from './ToDo'
import './statistics.css'

export default function ModuleStatistics({ module }: { module: string }) {
  const t = statistics()
  const [version, setVersion] = useState<string | null>(null)
  const address = `/studio/modules/${encodeURIComponent(module)}/statistics`
  const asked = useAnswer<Statistics>(version ? `${address}?version=${version}` : address)
  const found = asked.data
  const back = { to: '/studio/statistikk', label: t.toAll }
  if (!found || asked.error) return <Frame on="statistics" title={t.place} back={back}><Absent asked={asked} /></Frame>
  const action = <a class="btn s slim" href={`/studio/post/${found.id}`}>{t.edit}</a>
  return (
    <Frame on="statistics" title={found.title} below={t.place} back={back} action={action}>
      {found.versions.length > 1 && <Versions found={found} onChange={setVersion} />}
      <div class="studio-split">
        <div class="stack">
          {found.version === null ? <Message icon="tall" title={t.notPublished} why={t.notPublishedWhy} /> : <Figures found={found} />}
        </div>
        <div class="stack">
          <ToDo found={found} />
          <Questions module={found.id} />
          <Comments module={found.id} least={found.least} />
          <Owner module={found.id} />
        </div>
      </div>
    </Frame>
  )
}

function Versions({ found, onChange }: { found: Statistics; onChange: (version: string) => void }) {
  const t = statistics()
  return (
    <label class="field stat-version">
      <span>{t.version}</span>
      <select class="inp" value={found.version ?? ''} onChange={(event) => onChange(event.currentTarget.value)}>
        {found.versions.map((one) => <option key={one.version} value={one.version}>{t.versionOf(one.number, when().date(one.published_at.slice(0, 10)))}</option>)}
      </select>
    </label>
  )
}

function Figures({ found }: { found: Statistics }) {
  const t = statistics()
  return (
    <>
      <Stops cards={found.cards} begun={found.begun} ended={found.ended} least={found.least} />
      <h2>{t.cards}</h2>
      <p class="sm dim">{t.fitWhy}</p>
      {found.cards.map((card) => <CardFigures key={card.id} card={card} least={found.least} />)}
    </>
  )
}
