/** The screen of a week without a quest: when the next one opens, and what can be caught up on. */
import type { Coming, Today } from '../../api/types'
import { shell } from '../../text/shell'
import { today } from '../../text/today'
import { when } from '../../text/when'
import { Icon } from '../../ui/Icon'
import { Camp, Land } from '../../ui/Land'
import { Title } from '../../ui/Title'
import { isEmpty } from './logic'
import { InboxLink } from './InboxLink'

export function RestHead({ coming, unread }: { coming: Coming | null; unread: number }) {
  return (
    <header class="hero rest">
      <Land terrain="myr" />
      <div class="top">
        <div class="grow">
          {coming && <p class="sm">{coming.path_title}</p>}
          <Title page={shell().today}>{today().rest}</Title>
        </div>
        <InboxLink unread={unread} />
      </div>
      <Camp />
    </header>
  )
}

export function RestBody({ answer }: { answer: Today }) {
  const t = today()
  const { coming } = answer
  return (
    <>
      <div>
        <h2 class="lead">{isEmpty(answer) ? t.emptyTitle : t.restTitle}</h2>
        <p class="dim">
          {coming ? t.restNext(when().day(coming.opens_at), when().clock(coming.opens_at)) : isEmpty(answer) ? t.emptyWhy : t.restNone}
        </p>
      </div>
      {coming && <ul class="list"><ComingLine coming={coming} /></ul>}
    </>
  )
}

export function ComingLine({ coming }: { coming: Coming }) {
  const t = today()
  const what = t.comingWhat(coming.week.week, shell().posts(coming.modules), shell().minutes(coming.minutes))
  return (
    <li class="row">
      <span class="tile"><Land terrain={coming.terrain} /></span>
      <span class="grow">
        <strong>{coming.title}</strong>
        <span class="two sm dim">{what}</span>
        <span class="two sm dim">{t.opens(when().day(coming.opens_at), when().clock(coming.opens_at))}</span>
      </span>
      <Icon name="las" small /><span class="sr">{t.notOpen}</span>
    </li>
  )
}
