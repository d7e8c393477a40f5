/** A conversation with decisions, while it goes on and when it is over. */
import type { ScenarioCard } from '../../../rules/cards'
import type { Parts, WholeProps } from '../kinds'
import { Debrief } from './Debrief'
import { Talk } from './Talk'
import './talk.css'

function Conversation({ card, session, answer, module, finish, ask, onDraft, onAnswer, onNext }: WholeProps<ScenarioCard>) {
  if (!answer) return <Talk card={card} session={session} onDraft={onDraft} onAnswer={onAnswer} />
  return <Debrief card={card} answer={answer} module={module} last={session.queue.length === 1} finish={finish} ask={ask} onNext={onNext} />
}

export default { Whole: Conversation } satisfies Parts<ScenarioCard>
