/** Close, progress by cards, and reading aloud. */
import { useEffect } from 'preact/hooks'
import type { Card, ModuleDocument } from '../../rules/cards'
import { Icon } from '../../ui/Icon'
import { type Session, isReturning, steps } from './session'
import { hush, speak, speaking, voiceFor } from './speech'
import { words } from './words'

const STEP_CLASS = { done: 'd', now: 'n', again: 'a', coming: '' }

/** `kept`: whether the place is, so that one goes on there the next time. */
type Props = { document: ModuleDocument; session: Session; card: Card; kept: boolean; onClose: () => void }

export function Top({ document: module, session, card, kept, onClose }: Props) {
  const text = words()
  const all = steps(session, module)
  const place = all.indexOf('now') + 1
  const label = isReturning(session) ? text.stepAgain(place, all.length) : text.step(place, all.length)
  return (
    <header class="top in">
      <button type="button" class="icon" aria-label={kept ? text.close : text.closeDone} onClick={onClose}><Icon name="x" /></button>
      <div class="play-steps" role="img" aria-label={label}>
        <ol class="steg" aria-hidden="true">{all.map((step) => <li class={STEP_CLASS[step]} />)}</ol>
      </div>
      <Listen language={session.language} shown={`${card.id} ${session.stage} ${card.type === 'scenario' ? session.draft : ''}`} />
    </header>
  )
}

/** Reads what stands on the screen, the explanation too; it falls silent when something else is `shown`. */
function Listen({ language, shown }: { language: string; shown: string }) {
  const text = words()
  useEffect(() => hush, [shown])
  if (!voiceFor(language)) return <span class="icon" />
  const toggle = () => (speaking.value ? hush() : speak(document.querySelector('.play-main'), language))
  return (
    <button type="button" class="icon" aria-label={speaking.value ? text.listenStop : text.listen} onClick={toggle}>
      <Icon name={speaking.value ? 'x' : 'lyd'} />
    </button>
  )
}
