/** I dag: the week as a map, how far, how long, until when, and one thing to do next. */
import { useEffect } from 'preact/hooks'
import * as answers from '../../answers'
import { reachable } from '../../api/client'
import type { Quest } from '../../api/types'
import { waiting } from '../../offline/outbox'
import { finishedHere, isDone } from '../../offline/progress'
import { begun } from '../../offline/resume'
import { offered } from '../../offline/reviews'
import { finished } from '../../offline/sync'
import { questAddress } from '../../router'
import { current } from '../../session'
import { shell } from '../../text/shell'
import { today } from '../../text/today'
import { when } from '../../text/when'
import { Icon } from '../../ui/Icon'
import { Land, heroClass } from '../../ui/Land'
import { Ring } from '../../ui/Progress'
import { Screen } from '../../ui/Screen'
import { Pending } from '../../ui/States'
import { Title } from '../../ui/Title'
import { InboxLink } from './InboxLink'
import { goalLeft, known, postsOf, stepOf } from './logic'
import { TrailMap } from './Map'
import { Offline } from './Offline'
import { Onward } from './Onward'
import { RestBody, RestHead } from './Rest'
import { ReviewLine } from './Review'
import { Rows } from './Rows'

export default function Today() {
  const state = answers.today.state.value
  useEffect(() => {
    const look = () => document.visibilityState === 'visible' && void answers.today.refresh()
    look()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  if (!state.data) return <Pending tab="today" page={shell().today} state={state} retry={() => void answers.today.refresh()} />
  const review = answers.review.state.value.data
  const due = review ? offered(review, waiting.value, new Date()) : null
  const answer = known(state.data, finishedHere(waiting.value, finished.value), waiting.value, due?.length)
  const asOf = state.kept && state.at ? when().moment(state.at, new Date()) : null
  const { quest, inbox: { unread } } = answer
  return (
    <Screen
      tab="today" wide="split" dock={<Onward step={stepOf(answer, { now: new Date(), begun: begun.value, online: reachable.value })} due={answer.review.due} />}
      header={quest ? <MapHead quest={quest} unread={unread} /> : <RestHead coming={answer.coming} unread={unread} />}
    >
      <Offline />
      {quest ? <HowFar quest={quest} goal={goalLeft(answer)} /> : <RestBody answer={answer} />}
      <Rows answer={answer} asOf={asOf} review={review && due?.length ? <ReviewLine review={review} due={due} /> : null} />
      {current.value?.shared && <a class="textlink" href="/meg">{today().done}</a>}
    </Screen>
  )
}

function MapHead({ quest, unread }: { quest: Quest; unread: number }) {
  return (
    <header class={heroClass(quest.terrain)}>
      <Land terrain={quest.terrain} />
      <div class="top">
        <div class="grow">
          <p class="sm"><strong>{shell().week(quest.week.week)}</strong> · {quest.path.title}</p>
          <Title page={shell().today}>{quest.title}</Title>
        </div>
        <InboxLink unread={unread} />
        <a class="icon" href={questAddress(quest.id)} aria-label={today().about(quest.title)}><Icon name="info" /></a>
      </div>
      <TrailMap quest={quest} posts={postsOf(quest, begun.value)} />
    </header>
  )
}

function HowFar({ quest, goal }: { quest: Quest; goal: number | null }) {
  const t = today()
  const { done, total } = quest.progress
  const words = shell().of(done, total)
  const finishedAll = isDone(quest)
  return (
    <section class="rowx" aria-labelledby="how-far">
      <Ring done={done} total={total} label={words} />
      <div class="grow">
        <h2 id="how-far">{finishedAll ? t.allDone : words}</h2>
        <p class="dim">
          {finishedAll ? t.allDoneWhy : `${shell().minutesLeft(quest.minutes_left)} · ${when().until(quest.closes_at, new Date())}`}
        </p>
        {quest.deadline_at && !finishedAll && <p class="sm dim">{t.mandatory(when().short(quest.deadline_at))}</p>}
        {quest.activities.some(({ exam, done }) => exam && !done) && <p class="sm dim">{t.examNeeds}</p>}
        {goal !== null && <p class="sm dim">{goal === 0 ? t.goalMet : t.goalLeft(goal)}</p>}
      </div>
    </section>
  )
}
