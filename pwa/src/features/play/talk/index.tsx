/** A conversation with decisions, while it goes on and when it is over. Fetched when the first one is played. */
import type { ScenarioCard } from '../../../rules/cards'
import type { Draft } from '../answering'
import { type Answer, type Session } from '../session'
import { Debrief } from './Debrief'
import { Talk } from './Talk'
import './talk.css'

export type TalkProps = {
  card: ScenarioCard
  session: Session
  answer: Answer | null
  module: string | null
  finish: string
  ask: string | null
  onDraft: (draft: Draft) => void
  onAnswer: () => void
  onNext: () => void
}

export default function Conversation({ card, session, answer, module, finish, ask, onDraft, onAnswer, onNext }: TalkProps) {
  if (!answer) return <Talk card={card} session={session} onDraft={onDraft} onAnswer={onAnswer} />
  return <Debrief card={card} answer={answer} module={module} last={session.queue.length === 1} finish={finish} ask={ask} onNext={onNext} />
}
