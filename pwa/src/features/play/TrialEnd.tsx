/** What is told of a post that is only tried: before, that nothing counts; after, what to take along. */
import type { ModuleDocument } from '../../rules/cards'
import { Icon } from '../../ui/Icon'
import { Sources, Takeaways } from './End'
import { Heading } from './Heading'
import { Told } from './States'
import { words } from './words'
import './end.css'

/** `taste`: before a path starts. `look`: an editor's. `asked`: of who helps a colleague. `first`: a newcomer's practice. `practice`: the same, asked for. */
export type Trial = 'taste' | 'look' | 'asked' | 'first' | 'practice'

export function TrialNote({ trial, onClose }: { trial: Trial; onClose: () => void }) {
  const text = words()
  return (
    <Told icon="info">
      {text.trials[trial].before}
      {trial === 'first' && <>{' '}<button type="button" class="play-restart" onClick={onClose}>{text.passOver}</button></>}
    </Told>
  )
}

type Props = { document: ModuleDocument; trial: Trial; onClose: () => void }

export function TrialEnd({ document, trial, onClose }: Props) {
  const text = words()
  const isPractice = trial === 'first' || trial === 'practice'
  return (
    <>
      <header class="top in">
        <button type="button" class="icon" aria-label={text.closeDone} onClick={onClose}><Icon name="x" /></button>
      </header>
      <main class="play-main">
        <div class="wrap stack play-content">
          <Heading id="play-end">{text.trials[trial].after}</Heading>
          <p class="dim">{document.title}. {isPractice ? text.foundAgain : text.nothingKept}</p>
          <Takeaways document={document} />
          {document.sources.length > 0 && <Sources document={document} />}
        </div>
        <div class="play-dock">
          <button type="button" class={trial === 'first' ? 'btn p' : 'btn'} onClick={onClose}>{trial === 'first' ? text.toWeek : text.back}</button>
        </div>
      </main>
    </>
  )
}
