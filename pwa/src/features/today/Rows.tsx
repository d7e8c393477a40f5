/** What stands below the map: the department's place, other open quests, and what was left behind. */
import type { ComponentChildren } from 'preact'
import type { BoardPlace, OfferedTest, Quest, Today } from '../../api/types'
import { isDone } from '../../offline/progress'
import { playAddress, questAddress, testAddress } from '../../router'
import { leadingOf } from '../../rules/leading'
import { gameLayer } from '../../session'
import { shell } from '../../text/shell'
import { today } from '../../text/today'
import { when } from '../../text/when'
import { Icon } from '../../ui/Icon'
import { Land } from '../../ui/Land'
import { isEmpty, isFree, left, others } from './logic'
import { ComingLine } from './Rest'

type Props = { answer: Today; asOf: string | null; review: ComponentChildren }

export function Rows({ answer, asOf, review }: Props) {
  const board = gameLayer.value ? answer.board : null
  const open = others(answer)
  const free = isFree(answer) && !isEmpty(answer) // where there is nothing at all, the one button leads there
  const coming = answer.quest && free ? answer.coming : null
  if (!board && !free && !review && open.length === 0 && answer.tests.length + answer.pilots.length + answer.catch_up.length === 0) return null
  return (
    <ul class="list">
      {review}
      {answer.tests.map((test) => <TestLine key={`${test.run} ${test.kind}`} test={test} />)}
      {open.map((quest) => (quest.pilot ? <PilotLine key={quest.run} quest={quest} /> : <OpenLine key={`${quest.run} ${quest.id}`} quest={quest} />))}
      {answer.pilots.map((quest) => <PilotLine key={quest.run} quest={quest} />)}
      {coming && <ComingLine coming={coming} />}
      {board && <BoardLine board={board} asOf={asOf} />}
      {answer.catch_up.map((quest) => <BehindLine key={`${quest.run} ${quest.id}`} quest={quest} />)}
      {free && <ExploreLine />}
    </ul>
  )
}

function TestLine({ test }: { test: OfferedTest }) {
  const t = today()
  return (
    <li>
      <a class="row" href={testAddress(test.run, test.kind)}>
        <span class="tile g"><Icon name="ok" /></span>
        <span class="grow">
          <strong>{t.testTitle[test.kind]}</strong>
          <span class="two sm dim">{test.path} · {t.testWhat(test.cards, shell().minutes(test.minutes))}</span>
        </span>
        <Icon name="h" small />
      </a>
    </li>
  )
}

function BoardLine({ board, asOf }: { board: BoardPlace; asOf: string | null }) {
  const t = shell()
  const leads = leadingOf(board)
  const gap = board.gap ? t.gap(board.gap.modules, board.gap.to_rank) : leads && t.leading[leads]
  const below = asOf ? t.asOf(asOf) : gap
  return (
    <li>
      <a class="row" href="/lag">
        <span class="tile g"><Icon name="lag" /></span>
        <span class="grow">
          <strong>{t.placed(board.department.name, board.rank)}</strong>
          {below && <span class="two sm dim">{below}</span>}
        </span>
        <Icon name="h" small />
      </a>
    </li>
  )
}

function OpenLine({ quest }: { quest: Quest }) {
  const t = today()
  const { done, total } = quest.progress
  const until = quest.deadline_at ? t.mandatory(when().short(quest.deadline_at)) : when().until(quest.closes_at, new Date())
  return (
    <li>
      <a class="row" href={questAddress(quest.id)}>
        <span class="tile"><Land terrain={quest.terrain} /></span>
        <span class="grow">
          <strong>{quest.title}</strong>
          <span class="two sm dim">{quest.path.title} · <span class="whole">{t.alsoOpen(done, total)}</span></span>
          {!isDone(quest) && <span class="two sm dim">{shell().minutesLeft(quest.minutes_left)} · {until}</span>}
        </span>
        {isDone(quest) ? <span class="chip g"><Icon name="ok" />{t.states.done}</span> : <Icon name="h" small />}
      </a>
    </li>
  )
}

/** A post to try before all others: one tap from playing it, and playing it is all it takes to be in. */
function PilotLine({ quest }: { quest: Quest }) {
  const t = today()
  const [activity] = quest.activities
  if (!activity) return null
  return (
    <li>
      <a class="row" href={playAddress(quest.id, activity.id)}>
        <span class="tile b"><Icon name="spor" /></span>
        <span class="grow">
          <strong>{t.tryOut(quest.title)}</strong>
          <span class="two sm dim">{isDone(quest) ? t.triedOut : t.tryOutWhy(shell().minutes(quest.minutes_left))}</span>
        </span>
        {isDone(quest) ? <span class="chip g"><Icon name="ok" />{t.states.done}</span> : <span class="chip b">{t.pilot}</span>}
      </a>
    </li>
  )
}

function ExploreLine() {
  const t = today()
  return (
    <li>
      <a class="row" href="/loype/utforsk">
        <span class="tile b"><Icon name="glob" /></span>
        <span class="grow"><strong>{t.explore}</strong><span class="two sm dim">{t.exploreWhy}</span></span>
        <Icon name="h" small />
      </a>
    </li>
  )
}

function BehindLine({ quest }: { quest: Quest }) {
  return (
    <li>
      <a class="row" href={questAddress(quest.id)}>
        <span class="tile b"><Icon name="igjen" /></span>
        <span class="grow">
          <strong>{today().behind(left(quest), quest.week.week)}</strong>
          <span class="two sm dim">{quest.title} · {shell().minutes(quest.minutes_left)}</span>
        </span>
        <Icon name="h" small />
      </a>
    </li>
  )
}
