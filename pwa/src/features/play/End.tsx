/** The end of a post: punched, what to take along, points, sources, and the way on. */
import { useEffect } from 'preact/hooks'
import type { ModuleDocument } from '../../rules/cards'
import { Icon } from '../../ui/Icon'
import { PushOffer } from '../../ui/PushOffer'
import { Earned } from './Earned'
import { punch } from './haptics'
import { Heading } from './Heading'
import { type Activity, type Quest, askAddress, canAsk, current, playAddress } from './ports'
import { Rate } from './Rate'
import type { Session } from './session'
import { StartCard } from './StartCard'
import { Conversations } from './talk/Conversations'
import { words } from './words'
import './end.css'

export const CONTOURS = [
  'M-10 60c70-60 130 10 200-20s120-40 180-6', 'M-10 92c70-60 130 16 200-14s120-36 180-4',
  'M-10 124c70-56 130 20 200-8s120-34 180-2', 'M-10 156c70-50 130 22 200-4s120-30 180 0',
  'M-10 188c70-46 130 22 200 0s120-26 180 2', 'M-10 220c70-40 130 20 200 2s120-22 180 4',
].join('')

type Props = {
  document: ModuleDocument; session: Session; quest: Quest; activity: Activity; onAgain: () => void; onClose: () => void
}

export function End({ document, session, quest, activity, onAgain, onClose }: Props) {
  const text = words()
  const now = current(quest)
  const number = now.activities.findIndex(({ id }) => id === activity.id) + 1
  const left = now.progress.total - now.progress.done
  useEffect(() => punch([20, 60, 40]), [])
  return (
    <>
      <header class="hero play-hero">
        <svg class="land" viewBox="0 0 360 250" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
          <path d={CONTOURS} />
        </svg>
        <div class="top in">
          <button type="button" class="icon" aria-label={text.closeDone} onClick={onClose}><Icon name="x" /></button>
        </div>
        <div class="wrap">
          <Heading id="play-end" class="">{text.punched(number || null)}</Heading>
          <p class="sm play-under">{document.title} · {text.left(left)}</p>
          <StartCard quest={now} activity={activity.id} />
        </div>
      </header>
      <main class="play-main">
        <div class="sheet stack play-content">
          <Takeaways document={document} />
          <Earned document={document} session={session} replay={activity.done} />
          <Conversations document={document} session={session} module={activity.module} onAgain={onAgain} />
          {canAsk.value && (
            <a class="textlink play-ask-post" href={askAddress({ quest: now.id, activity: activity.id, card: null })}>
              <Icon name="spor" small />{text.askPost}
            </a>
          )}
          <Rate version={document.version} language={document.language} />
          <PushOffer />
          <Sources document={document} />
        </div>
        <Onward quest={now} after={activity.id} onClose={onClose} />
      </main>
    </>
  )
}

export function Takeaways({ document }: { document: ModuleDocument }) {
  if (document.takeaways.length === 0) return null
  return (
    <section class="stack">
      <h2>{words().takeaways}</h2>
      <ul>
        {document.takeaways.map((taken) => <li class="play-taken"><Icon name="ok" /><span>{taken}</span></li>)}
      </ul>
    </section>
  )
}

export function Sources({ document }: { document: ModuleDocument }) {
  const { sources, credits, licence } = document
  return (
    <details class="play-sources">
      <summary>{words().sources}<Icon name="ned" small turns /></summary>
      <ul class="sm stack">
        {sources.map(({ title, note }) => <li><strong>{title}</strong>{note && <span class="dim"> {note}</span>}</li>)}
        <li class="dim">{credits} · {licence}</li>
      </ul>
    </details>
  )
}

/** The next open post of the quest as the one filled button; without one, only back. */
function Onward({ quest, after, onClose }: { quest: Quest; after: string; onClose: () => void }) {
  const text = words()
  const here = quest.activities.findIndex(({ id }) => id === after)
  const onward = [...quest.activities.slice(here + 1), ...quest.activities.slice(0, Math.max(here, 0))]
  const next = onward.find(({ done, kind }) => !done && kind === 'module')
  if (!next) return <div class="play-dock"><button type="button" class="btn" onClick={onClose}>{text.doneForNow}</button></div>
  const minutes = Math.max(1, Math.round(next.seconds / 60))
  return (
    <div class="play-dock">
      <a class="btn p" href={playAddress(quest.id, next.id)}>
        <span>
          {text.nextPost(quest.activities.indexOf(next) + 1)}{' '}
          <span class="light">· {text.nextAbout(next.title, minutes)}</span>
        </span>
      </a>
      <button type="button" class="btn t" onClick={onClose}>{text.doneForNow}</button>
    </div>
  )
}
