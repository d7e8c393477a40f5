/** *Dette kan du*: what is mastered as hills, how it has grown, and the same as a table. */
import { useEffect } from 'preact/hooks'
import * as answers from '../../answers'
import type { Mastered } from '../../api/types'
import { knowledge } from '../../text/knowledge'
import { Icon } from '../../ui/Icon'
import { Growth } from './Growth'
import { Hill } from './Hill'
import { MOST_HILLS } from './hills'
import './knowledge.css'

export default function Knowledge() {
  const { data } = answers.mastery.state.value
  useEffect(() => void answers.mastery.refresh(), [])
  if (!data || data.topics.length === 0) return null
  const t = knowledge()
  return (
    <section class="card know" aria-labelledby="know">
      <ul class="know-hills">{data.topics.slice(0, MOST_HILLS).map((topic, at) => <Hill key={topic.id} topic={topic} at={at} />)}</ul>
      <div class="know-text">
        <h2 id="know">{t.title}</h2>
        <p class="sm dim">{t.what}</p>
      </div>
      {data.weeks.length > 1 && <Growth mastered={data} />}
      <details class="know-text">
        <summary><span class="grow">{t.asTable}</span><Icon name="ned" small turns /></summary>
        <Table mastered={data} />
      </details>
    </section>
  )
}

function Table({ mastered: { weeks, topics } }: { mastered: Mastered }) {
  const t = knowledge()
  return (
    <table class="board sm know-table">
      <caption class="sr">{t.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.topic}</th>
          {weeks.map(({ year, week }) => <th key={`${year} ${week}`} class="sr" scope="col">{t.week(week)}</th>)}
          <th scope="col">{t.now}</th>
        </tr>
      </thead>
      <tbody>
        {topics.map((topic) => (
          <tr key={topic.id}>
            <th scope="row">{topic.title}</th>
            {topic.mastered.map((count, week) => <td key={week} class="sr">{count}</td>)}
            <td>{t.share(topic.mastered.at(-1) ?? 0, topic.met.at(-1) ?? 0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
