/** Meg: who one is here, what waits to be sent, what one has chosen, and the way out. */
import { useEffect } from 'preact/hooks'
import * as answers from '../../answers'
import { current, gameLayer, me } from '../../session'
import { fair } from '../../text/fair'
import { profile } from '../../text/profile'
import { shell } from '../../text/shell'
import { Icon } from '../../ui/Icon'
import { Screen } from '../../ui/Screen'
import { Statements } from '../../ui/Statements'
import { AsOf, Skeleton } from '../../ui/States'
import { Title } from '../../ui/Title'
import { Waiting } from '../../ui/Waiting'
import { Answers } from './Answers'
import { Badges } from './Badges'
import { Data } from './Data'
import { Device } from './Device'
import { Game } from './Game'
import { Goal } from './Goal'
import Knowledge from './Knowledge'
import { called } from './logic'
import { Passkeys } from './Passkeys'
import { Nudges } from './Nudges'
import { ChangePin } from './Pin'
import { Leave } from './SignOut'
import { Stored } from './Stored'
import { Streak } from './Streak'
import { ToCompetence } from './ToCompetence'
import { ToNotes } from './ToNotes'
import { ToSaid } from './ToSaid'
import { ToPractice } from './ToPractice'
import { ToQuestions } from './ToQuestions'
import { ToStudio } from './ToStudio'

export default function Profile() {
  const state = answers.own.state.value
  useEffect(() => void answers.own.refresh(), [])
  return (
    <Screen tab="me" wide="columns" header={<Head />}>
      <div class="stack">
        <AsOf state={state} />
        <Waiting />
        <Answers />
        {gameLayer.value && <Streak />}
        <Knowledge />
        {gameLayer.value && <Badges />}
        <h2>{profile().settings}</h2>
        <Device />
        {me.value ? <><Goal me={me.value} /><Game me={me.value} /></> : !state.error && <Skeleton />}
      </div>
      <div class="stack">
        <ToStudio />
        <ToQuestions />
        <ToCompetence />
        <Nudges />
        <Stored />
        <ToNotes />
        <ToSaid />
        <ToPractice />
        <Data />
        <ChangePin />
        <Passkeys />
        <Leave />
        <Statements />
      </div>
    </Screen>
  )
}

function Head() {
  const session = current.value
  if (!session) return null
  const { heading, below } = called(me.value?.person ?? session.person, me.value)
  const points = gameLayer.value ? me.value?.points : undefined
  return (
    <header class="head rowx">
      <div class="grow">
        <Title page={shell().me}>{heading}</Title>
        {below && <p class="sm dim">{below}</p>}
      </div>
      {points && (
        <p class="score">
          <a class="chip l" href="/meg/poeng" aria-label={fair().toPoints(shell().points(points.total))}>{shell().points(points.total)}<Icon name="h" small /></a>
          <span class="two xs dim">{profile().thisWeek(shell().points(points.week))}</span>
        </p>
      )}
    </header>
  )
}
