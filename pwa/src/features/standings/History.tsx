/** Uke for uke: where the viewer's department has stood. */
import { useEffect, useState } from 'preact/hooks'
import * as answers from '../../answers'
import { asApiError, request } from '../../api/client'
import type { Page, WeekPlace } from '../../api/types'
import { language } from '../../text'
import { competitions } from '../../text/competitions'
import { results } from '../../text/results'
import { shell } from '../../text/shell'
import { when } from '../../text/when'
import { Icon } from '../../ui/Icon'
import { Bar } from '../../ui/Progress'
import { Screen } from '../../ui/Screen'
import { AsOf, Message, Pending } from '../../ui/States'
import { Title } from '../../ui/Title'
import { percent } from './logic'

export default function History() {
  const t = results()
  const state = answers.weeks.state.value
  const [older, setOlder] = useState<WeekPlace[]>([])
  const [wrong, setWrong] = useState<string | null>(null)
  useEffect(() => void answers.weeks.refresh(), [])
  if (!state.data) return <Pending tab="team" page={t.title} state={state} retry={() => void answers.weeks.refresh()} />
  const shown = [...state.data.items, ...older]
  const next = 2 + Math.floor(older.length / Math.max(1, state.data.items.length))
  async function more() {
    try {
      const { items } = await request<Page<WeekPlace>>(`/boards/weeks?page=${next}`)
      setOlder([...older, ...items])
      setWrong(null)
    } catch (caught) {
      setWrong(asApiError(caught).kind === 'network' ? competitions().offline : competitions().failed)
    }
  }
  const header = (
    <header class="top in roomy">
      <a class="icon" href="/lag" aria-label={t.back}><Icon name="v" /></a>
      <div class="grow"><Title page={t.title}>{t.title}</Title></div>
    </header>
  )
  return (
    <Screen tab="team" header={header}>
      <AsOf state={state} />
      {shown.length === 0 && <Message icon="kal" title={t.none} why={t.noneWhy} />}
      {shown.length > 0 && <ul class="list">{shown.map((each) => <Week key={each.week.starts_on} place={each} />)}</ul>}
      {wrong && <p class="wrong" role="alert">{wrong}</p>}
      {next <= state.data.pages && <button type="button" class="btn s" onClick={() => void more()}>{t.more}</button>}
    </Screen>
  )
}

function Week({ place: { week, name, rank, of, score } }: { place: WeekPlace }) {
  return (
    <li>
      <a class="row" href={`/lag/uke/${week.starts_on}`}>
        <span class="grow">
          <strong class="two">{shell().week(week.week)}, {when().range(week.starts_on, week.ends_on)}</strong>
          <span class="sm dim">{name} · {results().placed(rank, of)}</span>
          <Bar share={score} />
        </span>
        <span class="num">{percent(score, language.value)}</span>
        <Icon name="h" small />
      </a>
    </li>
  )
}
