/** One quest: its story and goal, and its posts as a list. */
import { useEffect } from 'preact/hooks'
import * as answers from '../../answers'
import type { Activity, Quest } from '../../api/types'
import { waiting } from '../../offline/outbox'
import { finishedHere, isDone, withOwn } from '../../offline/progress'
import { begun } from '../../offline/resume'
import { finished, taken } from '../../offline/sync'
import { playAddress, testAddress } from '../../router'
import { path } from '../../text/path'
import { shell } from '../../text/shell'
import { when } from '../../text/when'
import { Flag, Icon } from '../../ui/Icon'
import { Land, heroClass } from '../../ui/Land'
import { Ring } from '../../ui/Progress'
import { Screen } from '../../ui/Screen'
import { Stars } from '../../ui/Stars'
import { AsOf, Message, Pending, Plain } from '../../ui/States'
import { Title } from '../../ui/Title'
import { nextPost, starsOf } from './logic'

export default function QuestPage({ quest: id }: { quest: string }) {
  const resource = answers.questOf(id)
  const state = resource.state.value
  useEffect(() => void resource.refresh(), [id, taken.value])
  useEffect(() => void answers.bests.refresh(), [taken.value])
  if (!state.data && state.error?.status === 404) return <Gone />
  if (!state.data) return <Pending tab="path" page={shell().path} state={state} retry={() => void resource.refresh()} />
  const quest = withOwn(state.data, finishedHere(waiting.value, finished.value))
  const next = nextPost(quest, begun.value)
  const dock = next && (
    <a class="btn p" href={playAddress(quest.id, next.id)}>{quest.progress.done === 0 ? path().start(next.number) : path().take(next.number)}</a>
  )
  return (
    <Screen tab="path" wide="columns" header={<Head quest={quest} />} dock={dock}>
      <div class="stack">
        <AsOf state={state} />
        <HowFar quest={quest} />
        {quest.story && <p>{quest.story}</p>}
        {quest.goal && <section class="card"><h2>{path().goal}</h2><p>{quest.goal}</p></section>}
      </div>
      <div class="stack beside">
        <Known quest={quest} />
        <h2 class="sm">{path().posts}</h2>
        <ol class="list">
          {quest.activities.map((activity, index) => <Post key={activity.id} quest={quest} activity={activity} number={index + 1} />)}
        </ol>
      </div>
    </Screen>
  )
}

function Gone() {
  const t = path()
  return (
    <Plain tab="path" page={shell().path}>
      <Message icon="las" title={t.gone} why={t.goneWhy}><a class="btn s" href="/loype">{t.toPath}</a></Message>
    </Plain>
  )
}

function Head({ quest }: { quest: Quest }) {
  return (
    <header class={`${heroClass(quest.terrain)} low`}>
      <Land terrain={quest.terrain} />
      <div class="top in">
        <a class="icon" href="/loype" aria-label={path().toPath}><Icon name="v" /></a>
        <div class="grow">
          <p class="sm"><strong>{shell().week(quest.week.week)}</strong> · {quest.path.title}</p>
          <Title page={quest.title}>{quest.title}</Title>
        </div>
      </div>
    </header>
  )
}

/** What the test before the path has shown to be known, and may be skipped. */
function Known({ quest }: { quest: Quest }) {
  const t = path()
  const skippable = answers.today.state.value.data?.skippable ?? []
  const count = quest.activities.filter(({ id, done }) => !done && skippable.includes(id)).length
  if (count === 0) return null
  return (
    <div class="list">
      <a class="row" href={testAddress(quest.run, 'before')}>
        <span class="tile g"><Icon name="ok" /></span>
        <span class="grow"><strong>{t.knownPosts(count)}</strong><span class="two sm dim">{t.knownWhy}</span></span>
        <Icon name="h" small />
      </a>
    </div>
  )
}

function HowFar({ quest }: { quest: Quest }) {
  const t = path()
  const { done, total } = quest.progress
  const closed = Date.parse(quest.closes_at) <= Date.now()
  const until = closed ? t.closed(when().day(new Date(Date.parse(quest.closes_at) - 1).toISOString())) : when().until(quest.closes_at, new Date())
  return (
    <section class="rowx">
      <Ring done={done} total={total} label={shell().of(done, total)} />
      <div class="grow">
        <p class="lead">{isDone(quest) ? t.finished : shell().of(done, total)}</p>
        {!isDone(quest) && <p class="dim">{shell().minutesLeft(quest.minutes_left)} · {until}</p>}
        {quest.deadline_at && !isDone(quest) && <p class="sm dim">{t.deadline(when().short(quest.deadline_at))}</p>}
      </div>
    </section>
  )
}

function Post({ quest, activity, number }: { quest: Quest; activity: Activity; number: number }) {
  const t = path()
  const state = activity.done ? 'done' : begun.value.has(activity.id) ? 'begun' : 'open'
  const stars = starsOf(answers.bests.state.value.data, activity)
  const { exam, optional } = activity
  const told = [
    shell().minutes(Math.ceil(activity.seconds / 60)), ...(optional ? [t.optional] : []),
    ...(exam ? [t.exam, exam.attempts_left > 0 || state === 'done' ? t.needsNetwork : t.nextAttempt(when().by(exam.next_at ?? '', new Date()))] : []),
  ].join(' · ')
  return (
    <li>
      <a class="row" href={playAddress(quest.id, activity.id)}>
        <span class="tile"><Flag state={state} number={number} /></span>
        <span class="grow"><strong>{activity.title}</strong><span class="two sm dim">{told}</span>{stars !== null && <Played stars={stars} />}</span>
        {state === 'done' && <span class="chip g"><Icon name="ok" />{activity.skipped ? t.skipped : t.done}</span>}
        {state !== 'done' && answers.today.state.value.data?.skippable?.includes(activity.id) && <span class="chip g">{t.known}</span>}
        {state === 'begun' && <span class="chip b">{t.begun}</span>}
        {state === 'open' && <Icon name="h" small />}
      </a>
    </li>
  )
}

/** The best somebody has made of a conversation, which can be played again for more. */
function Played({ stars }: { stars: number }) {
  const t = path()
  return <span class="two sm rowx"><Stars small count={stars} label={t.stars(stars)} />{stars < 3 && t.again}</span>
}
