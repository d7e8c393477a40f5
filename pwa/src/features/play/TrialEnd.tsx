/** What is told of a post that is only tried: before, that nothing counts; after, what to take along. */
import type { ModuleDocument } from '../../rules/cards'
import { Icon } from '../../ui/Icon'
import { Sources, Takeaways } from './End'
import { Heading } from './Heading'
import { Told } from './States'
import { words } from './words'
import './end.css'

/** `taste`: before a path starts. `look`: an editor's. `asked`: of who helps a colleague. */
export type Trial = 'taste' | 'look' | 'asked'

export function TrialNote({ trial }: { trial: Trial }) {
  const text = words()
  return <Told icon="info">{text[trial]}</Told>
}

type Props = { document: ModuleDocument; trial: Trial; onClose: () => void }

export function TrialEnd({ document, trial, onClose }: Props) {
  const text = words()
  return (
    <>
      <header class="top in">
        <button type="button" class="icon" aria-label={text.closeDone} onClick={onClose}><Icon name="x" /></button>
      </header>
      <main class="play-main">
        <div class="wrap stack play-content">
          <Heading id="play-end">{trial === 'taste' ? text.tasted : text.looked}</Heading>
          <p class="dim">{document.title}. {text.nothingKept}</p>
          <Takeaways document={document} />
          <Sources document={document} />
        </div>
        <div class="play-dock"><button type="button" class="btn" onClick={onClose}>{text.back}</button></div>
      </main>
    </>
  )
}
