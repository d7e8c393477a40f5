/** The player on the screen: one card at a time, whether it is recorded or only tried. */
import { useEffect, useLayoutEffect } from 'preact/hooks'
import type { ModuleDocument } from '../../rules/cards'
import { CardShown } from './CardShown'
import { End } from './End'
import { gather } from './kinds'
import type { Player, View } from './player'
import { askAddress, canAsk } from './ports'
import { hush } from './speech'
import { Loading, Stopped, Told } from './States'
import { Top } from './Top'
import { type Trial, TrialEnd, TrialNote } from './TrialEnd'
import { words } from './words'
import './play.css'

type Props = { player: Player; trial?: Trial | undefined; onClose: () => void }

export function Showing({ player, trial, onClose }: Props) {
  // Before the first paint, since what lies at hand needs no skeleton.
  useLayoutEffect(() => {
    const hide = () => player.hide(document.visibilityState === 'hidden')
    document.addEventListener('visibilitychange', hide)
    void player.open(gather)
    return () => {
      document.removeEventListener('visibilitychange', hide)
      player.hide(true)
      hush()
    }
  }, [player])
  const view = player.view.value
  const title = 'document' in view ? view.document.title : null
  useEffect(() => {
    if (title !== null) document.title = `${title} · Løype`
  }, [title])
  return <div class="app bare"><div class="play"><Screen player={player} view={view} trial={trial} onClose={onClose} /></div></div>
}

type ScreenProps = Props & { view: View }

function Screen({ player, view, trial, onClose }: ScreenProps) {
  const text = words()
  switch (view.kind) {
    case 'loading':
      return <Loading onClose={onClose} />
    case 'not_here':
      return (
        <Stopped
          icon="utenett" title={text.notHere} why={text.notHereWhy} action={text.retry}
          onAction={() => void player.open(gather)} onClose={onClose}
        />
      )
    case 'failed':
      return (
        <Stopped
          icon="info" title={text.failed} why={text.failedWhy} action={text.retry}
          onAction={() => void player.open(gather)} onClose={onClose}
        />
      )
    case 'playing':
      return <Playing player={player} view={view} trial={trial} onClose={onClose} />
    case 'ended':
      if (view.session.stage === 'finished' && trial) return <TrialEnd document={view.document} trial={trial} onClose={onClose} />
      if (view.session.stage === 'finished') return <End {...view} onAgain={() => player.restart()} onClose={onClose} />
      return (
        <Stopped
          icon="info" title={text.fullTitle} why={text.fullWhy} action={text.restart}
          onAction={() => player.restart()} onClose={onClose}
        />
      )
  }
}

type PlayingProps = Props & { view: Extract<View, { document: ModuleDocument }> }

function Playing({ player, view, trial, onClose }: PlayingProps) {
  const { document, session, quest, activity } = view
  const card = player.card.value
  if (!card) return null
  const next = () => {
    hush()
    player.next()
  }
  const finish = trial ? words().trialFinish : words().finish
  const ask = !trial && canAsk.value ? askAddress({ quest: quest.id, activity: activity.id, card: card.id }) : null
  const place = `${session.id} ${card.id} ${session.answers.length}`
  return (
    <>
      <Top document={document} session={session} card={card} kept={!trial} onClose={onClose} />
      <main class="play-main" lang={session.language} data-card={card.id} data-variant={card.variant}>
        {trial && session.answers.length === 0 && <TrialNote trial={trial} onClose={onClose} />}
        <Tellings player={player} />
        <CardShown
          key={place} card={card} session={session} kept={!trial} module={trial ? null : activity.module} finish={finish} ask={ask}
          onDraft={(draft) => player.draft(draft)} onAnswer={() => player.answer()} onNext={next}
        />
      </main>
    </>
  )
}

/** What is told once: an attempt goes on, the post has changed, the place could not be kept. */
function Tellings({ player }: { player: Player }) {
  const text = words()
  return (
    <>
      {player.placeLost.value && <Told icon="info"><p role="status">{text.notKept}</p></Told>}
      {player.opening.value === 'changed' && <Told icon="info">{text.changed}</Told>}
      {player.opening.value === 'resumed' && (
        <Told icon="runde">
          {text.resumedHere}{' '}
          <button type="button" class="play-restart" onClick={() => player.restart()}>{text.restart}</button>
        </Told>
      )}
    </>
  )
}
