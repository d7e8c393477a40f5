/** The league: one's tier on the way up the mountain, those around in this week's group, and what last week came to. */
import { useRef } from 'preact/hooks'
import * as answers from '../../answers'
import type { League as Given, LeagueRow } from '../../api/types'
import { current } from '../../session'
import { language } from '../../text'
import { league } from '../../text/league'
import { shell } from '../../text/shell'
import { when } from '../../text/when'
import { Icon } from '../../ui/Icon'
import { Bar } from '../../ui/Progress'
import { Screen } from '../../ui/Screen'
import { AsOf, Message, Pending } from '../../ui/States'
import { Title } from '../../ui/Title'
import { useLive } from '../../ui/live'
import { Climb } from './Climb'
import { useGlide } from './glide'
import { apart, named, nowOf, rowKey, zonesOf } from './leagues'
import { percent } from './logic'
import './league.css'

export default function League() {
  const state = answers.league.state.value
  useLive(answers.league)
  if (!state.data) return <Pending tab="team" page={league().title} state={state} retry={() => void answers.league.refresh()} />
  const now = state.data
  return (
    <Screen tab="team" wide="columns" header={<Head now={now} />}>
      <div class="stack">
        <AsOf state={state} />
        {now.tier !== null && <Climb tier={now.tier} tiers={now.tiers} />}
        {now.week ? <Group now={now} /> : <Without now={now} />}
      </div>
      <div class="stack">
        {now.last && <Last last={now.last} />}
        <How now={now} />
        {now.state !== 'off' && now.state !== 'out' && <a class="textlink" href="/meg">{league().settings}<Icon name="h" small /></a>}
      </div>
    </Screen>
  )
}

function Head({ now }: { now: Given }) {
  const t = league()
  const { week, mine, tier } = now
  return (
    <header class="top in roomy league-head">
      <a class="icon" href="/lag" aria-label={t.toBoard}><Icon name="v" /></a>
      <div class="grow">
        <p class="sm dim">{current.value?.organisation.name} · {t.title}{week && `, ${shell().week(week.week).toLowerCase()}`}</p>
        <Title page={t.title}>{tier === null ? t.title : t.are(t.where[tier - 1] ?? '')}</Title>
        {mine && <p class="dim">{mine.rank === null ? t.notBegun(now.size) : t.placed(mine.rank, now.size)}</p>}
      </div>
    </header>
  )
}

function Without({ now }: { now: Given }) {
  const t = league()
  if (now.state === 'waiting') return <Message icon="klokke" title={t.waiting} why={t.waitingWhy(now.draws_at ? moment(now.draws_at) : '')} />
  if (now.state === 'out') return <Message icon="lag" title={t.out} why={t.outWhy}><a class="btn s" href="/meg">{t.join}</a></Message>
  return <Message icon="lag" title={t.off} why={t.offWhy} />
}

function Group({ now }: { now: Given }) {
  const t = league()
  const list = useRef<HTMLOListElement>(null)
  useGlide(list, now.rows.map(rowKey))
  const over = now.state === 'provisional'
  const told = nowOf(over ? { ...now, gap: null } : now)
  return (
    <section class="stack" aria-labelledby="group">
      <div class="rowx"><h2 class="grow" id="group">{over ? t.lastGroup : t.group}</h2>{over && <span class="chip">{t.provisional}</span>}</div>
      <p class="sm dim tight">{zonesOf(now)}</p>
      <ol class="list sm league" ref={list}>
        {now.rows.map((row, index) => <Row key={rowKey(row)} row={row} gap={apart(now.rows[index - 1], row)} />)}
      </ol>
      {told && <p class="sm">{told}</p>}
      <p class="sm dim">
        {over && now.closes_at ? t.settled(moment(now.closes_at)) : now.ends_at && t.ending(when().until(now.ends_at, new Date()))}
      </p>
    </section>
  )
}

/** "tirsdag 24. november kl. 12.00" */
function moment(at: string): string {
  return `${when().day(at)} ${when().clock(at)}`
}

function Row({ row, gap }: { row: LeagueRow; gap: boolean }) {
  const t = league()
  return (
    <li class={`row low${row.me ? ' mine' : ''}${gap ? ' apart' : ''}`} data-row={rowKey(row)}>
      <b class="num">{row.rank === null ? '–' : `${row.rank}.`}</b>
      <span class="grow">
        {gap && <span class="sr">{t.between}. </span>}
        {row.me ? <strong>{row.name ? t.you(row.name) : t.youAlone}</strong> : row.name ?? t.anonymous}
        <Bar share={row.share} />
      </span>
      {row.outcome === 'up' && <span class="chip g"><Icon name="opp" small /><span class="sr">{t.up}</span></span>}
      <span class="num share">{percent(row.share, language.value)}</span>
    </li>
  )
}

function Last({ last }: { last: NonNullable<Given['last']> }) {
  const t = league()
  return (
    <section class="card" aria-labelledby="last">
      <h2 id="last">{t.lastTitle(shell().week(last.week.week))}</h2>
      <p>{t.last[last.outcome](last.outcome === 'up' ? named(last.tier) : t.where[last.tier - 1] ?? '')}{last.rank !== null && ` ${t.lastRank(last.rank)}`}</p>
    </section>
  )
}

function How({ now }: { now: Given }) {
  const t = league()
  const { mine } = now
  return (
    <details class="how card" open={now.week === null}>
      <summary><Icon name="info" small /><span class="grow">{t.how}</span><Icon name="ned" small turns /></summary>
      <div class="stack sm">
        <p>{t.howGroup}</p>
        <p>{t.howShare}</p>
        {mine && <p>{mine.possible > 0 ? t.howMine(mine.taken, mine.possible, percent(mine.share, language.value)) : t.howNone}</p>}
        <p>{t.howEqual}</p>
        <p>{t.howSeen}</p>
      </div>
    </details>
  )
}
