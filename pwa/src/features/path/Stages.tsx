/** The stages of a path along the trail; the week that runs now is large and in view. */
import { useEffect, useRef } from 'preact/hooks'
import type { Path, PathQuest } from '../../api/types'
import { moved, questAddress } from '../../router'
import { path } from '../../text/path'
import { shell } from '../../text/shell'
import { when } from '../../text/when'
import { Icon } from '../../ui/Icon'
import { Land, heroClass } from '../../ui/Land'
import { Punches } from '../../ui/Progress'
import { currentOf } from './logic'

export function Stages({ path: one, inView = false }: { path: Path; inView?: boolean }) {
  const now = currentOf(one, Date.now())
  const here = useRef<HTMLLIElement>(null)
  useEffect(() => {
    // A step back in the history keeps the place it had.
    if (inView && moved() && scrollY === 0) here.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <>
      <h2 class="sm">{path().stagesHeading}</h2>
      <ol class="spor stack">
        {one.quests.map((quest) =>
          quest.id === now?.id && quest.state !== 'coming'
            ? <li key={quest.id} ref={here} class="list here" aria-current="step"><Now quest={quest} /></li>
            : <li key={quest.id} ref={quest.id === now?.id ? here : undefined} class="list"><Stage quest={quest} /></li>,
        )}
      </ol>
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
      return <span class="chip"><Icon name="las" /><span class="sr">{t.opens} </span>{when().short(quest.opens_at)}</span>
  }
}

function weekOf({ week }: PathQuest): string {
  return `${shell().week(week.week)} · ${when().range(week.starts_on, week.ends_on)}`
}

function detail(quest: PathQuest): string {
  const { week } = quest.week
  if (quest.state === 'done') return weekOf(quest)
  if (quest.state === 'coming') return `${shell().week(week)} · ${shell().minutes(quest.minutes)}`
  const left = quest.progress.total - quest.progress.done
  return `${shell().week(week)} · ${shell().posts(left)}, ${shell().minutes(quest.minutes_left)}`
}
