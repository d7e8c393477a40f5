/** One card as it stands in an attempt: told, asked, or answered and explained. */
import { type Card, isAsking, isExercise } from '../../rules/cards'
import type { Draft } from './answering'
import { Feedback } from './Feedback'
import { Question } from './Question'
import { Reading } from './Reading'
import { type Session, shownAnswer } from './session'
import { Lazily } from './talk/Lazily'

/** `module`: whose plays of a conversation are compared, null where nothing is kept. `ask`: the way to a colleague. */
type Props = {
  card: Card; session: Session; kept: boolean; module: string | null; finish: string; ask: string | null
  onDraft: (draft: Draft) => void; onAnswer: () => void; onNext: () => void
}

export function CardShown({ card, session, kept, module, finish, ask, onDraft, onAnswer, onNext }: Props) {
  const answer = shownAnswer(session)
  if (card.type === 'scenario') {
    return (
      <Lazily
        card={card} session={session} answer={answer} module={module} finish={finish} ask={ask} onDraft={onDraft} onAnswer={onAnswer} onNext={onNext}
      />
    )
  }
  if (!isAsking(card)) {
    return <Reading card={card} draft={session.draft} last={session.queue.length === 1 ? finish : null} onDraft={onDraft} onNext={onNext} />
  }
  if (answer && isExercise(card)) return <Feedback card={card} session={session} answer={answer} finish={finish} ask={ask} onNext={onNext} />
  return <Question card={card} session={session} kept={kept} onDraft={onDraft} onAnswer={onAnswer} onNext={onNext} />
}
