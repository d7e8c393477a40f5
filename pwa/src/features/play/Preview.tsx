/** A card of a post in the making, as its players will see it: before the answer, after a right one, after another. */
import { Component, type ComponentChildren } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { type Card, type ModuleDocument, isExercise } from '../../rules/cards'
import { CardShown } from './CardShown'
import { gather } from './kinds'
import { Quiet } from './quiet'
import { type Session, advanced, answered, begin, current, drafted } from './session'
import { rightResponse, wrongResponse } from './tries'
import { words } from './words'
import './play.css'

export type Moment = 'before' | 'right' | 'wrong'

/** `document` holds the card to be shown and no other. A change of it, or of the moment, begins anew. */
type Props = { document: ModuleDocument; moment: Moment; broken: ComponentChildren }

const NOW = '1970-01-01T00:00:00Z'
const SEED = 1

export default function Preview(props: Props) {
  const { document, moment } = props
  const written = JSON.stringify(document)
  return <Guard key={`${moment} ${written}`} otherwise={props.broken}><Shown key={`${moment} ${written}`} {...props} /></Guard>
}

function Shown({ document, moment }: Props) {
  const start = useMemo(() => opened(document, moment), [])
  const [session, setSession] = useState(start)
  const [here, setHere] = useState(false)
  useEffect(() => {
    let wanted = true
    void gather(document).then(() => wanted && setHere(true), () => undefined)
    return () => {
      wanted = false
    }
  }, [])
  const card = current(session, document)
  if (!here || !card) return <div class="play" aria-busy={!here} />
  return (
    <Quiet.Provider value>
      <div class="play" lang={document.language}>
        <div class="play-main">
          <CardShown
            key={`${session.stage} ${session.answers.length} ${session.queue.length}`}
            card={card} session={session} kept={false} module={null} finish={words().trialFinish} ask={null}
            onDraft={(draft) => setSession((now) => drafted(now, draft, 0))}
            onAnswer={() => setSession((now) => answered(now, document, NOW, 1))}
            onNext={() => setSession((now) => onward(advanced(now, document, NOW), start))}
          />
        </div>
      </div>
    </Quiet.Provider>
  )
}

/** There is only one card: after it comes the beginning. */
function onward(session: Session, start: Session): Session {
  return session.queue.length === 0 ? { ...start, answers: [], stage: 'asking' } : session
}

function opened(document: ModuleDocument, moment: Moment): Session {
  const fresh = begin(document, '', { id: '', seed: SEED, now: NOW })
  const card = current(fresh, document)
  const response = card && responseFor(card, moment)
  if (!card || response === null) return fresh
  const variant = card.variant === undefined ? {} : { variant: card.variant }
  return { ...fresh, answers: [{ card: card.id, ...variant, response, answered_at: NOW, seconds: 1 }], stage: 'feedback' }
}

function responseFor(card: Card, moment: Moment) {
  if (moment === 'before' || !isExercise(card)) return null
  return moment === 'right' ? rightResponse(card) : wrongResponse(card)
}

/** What cannot be shown yet must not take the editor with it. */
class Guard extends Component<{ otherwise: ComponentChildren; children: ComponentChildren }, { broken: boolean }> {
  override state = { broken: false }

  static override getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    return this.state.broken ? this.props.otherwise : this.props.children
  }
}
