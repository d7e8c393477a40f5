/** The stages of a path: the week that runs now first and large, then what is open, what comes, what is in goal. */
import type { Path, PathQuest } from '../../api/types'
import { questAddress } from '../../router'
import { path } from '../../text/path'
import { shell } from '../../text/shell'
import { when } from '../../text/when'
import { Icon } from '../../ui/Icon'
import { Land, heroClass } from '../../ui/Land'
import { Punches } from '../../ui/Progress'
import { type Group, grouped } from './logic'

type Level = 'h2' | 'h3'

/** `heading`: the level of the parts' headings, one below the path's own. */
export function Stages({ path: one, heading }: { path: Path; heading: Level }) {
  return <>{grouped(one, Date.now()).map((group) => <Part key={group.kind} group={group} heading={heading} />)}</>
}

function Part({ group: { kind, quests }, heading: Heading }: { group: Group; heading: Level }) {
  if (kind === 'now')
    return <>{quests.map((quest) => <div key={quest.id} class="list here" aria-current="step"><Now quest={quest} /></div>)}</>
  return (
    <>
      <Heading class="sm">{path().groups[kind]}</Heading>
      <ol class="spor stack">{quests.map((quest) => <li key={quest.id} class="list"><Stage quest={quest} /></li>)}</ol>
    </>
  )
}

function Now({ quest }: { quest: PathQuest }) {
  const { done, total } = quest.progress
  const time = quest.state === 'done' ? path().finished : shell().minutesLeft(quest.minutes_left)
  return (
    <a class="now" href={questAddress(quest.id)}>
      <span class={`${heroClass(quest.terrain)} blikk`}>
        <Land terrain={quest.terrain} /><span class="pil corner">{path().thisWeek}</span>
      </span>
      <span class="row">
        <span class="grow">
          <span class="xs dim">{weekOf(quest)} · {time}</span>
          <span class="rowx">
            <strong class="lead grow">{quest.title}</strong>
            <Punches done={done} total={total} label={path().punched(done, total)} />
          </span>
        </span>
      </span>
    </a>
  )
}

function Stage({ quest }: { quest: PathQuest }) {
  const inside = (
    <>
      <span class="tile"><Land terrain={quest.terrain} /></span>
      <span class="grow">
        <span class="two xs dim">{detail(quest)}</span>
        <strong>{quest.title}</strong>
      </span>
      <State quest={quest} />
    </>
  )
  return quest.state === 'coming' ? <div class="row">{inside}</div> : <a class="row" href={questAddress(quest.id)}>{inside}</a>
}

function State({ quest }: { quest: PathQuest }) {
  const t = path()
  switch (quest.state) {
    case 'done':
      return <span class="chip g"><Icon name="ok" />{t.finished}</span>
    case 'catch_up':
      return <span class="chip b"><Icon name="igjen" />{t.catchUp}</span>
    case 'open':
      return <span class="chip g"><Icon name="flag" />{t.open}</span>
    case 'coming':
      return <span class="chip"><Icon name="las" /><span class="sr">{t.opens} {when().short(quest.opens_at)}</span></span>
  }
}

function weekOf({ week }: PathQuest): string {
  return `${shell().week(week.week)} · ${when().range(week.starts_on, week.ends_on)}`
}

function detail(quest: PathQuest): string {
  if (quest.state === 'done') return weekOf(quest)
  const left = quest.progress.total - quest.progress.done
  const [posts, minutes] = quest.state === 'coming' ? [quest.progress.total, quest.minutes] : [left, quest.minutes_left]
  return `${weekOf(quest)} · ${shell().posts(posts)}, ${shell().minutes(minutes)}`
}
