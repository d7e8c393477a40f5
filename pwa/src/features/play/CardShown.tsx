/** One card as it stands in an attempt: told, asked, or answered and explained. */
import { type Card, isAsking, isExercise } from '../../rules/cards'
import { Feedback } from './Feedback'
import { type WholeProps, partsOf } from './kinds'
import { Question } from './Question'
import { Reading } from './Reading'
import { shownAnswer } from './session'

type Props = Omit<WholeProps<Card>, 'answer'> & { kept: boolean }

export function CardShown({ card, session, kept, module, finish, ask, onDraft, onAnswer, onNext }: Props) {
  const answer = shownAnswer(session)
  const { Whole } = partsOf(card)
  if (Whole) return <Whole {...{ card, session, answer, module, finish, ask, onDraft, onAnswer, onNext }} />
  if (!isAsking(card)) {
    return <Reading card={card} draft={session.draft} last={session.queue.length === 1 ? finish : null} onDraft={onDraft} onNext={onNext} />
  }
  if (answer && isExercise(card)) return <Feedback card={card} session={session} answer={answer} finish={finish} ask={ask} onNext={onNext} />
  return <Question card={card} session={session} kept={kept} onDraft={onDraft} onAnswer={onAnswer} onNext={onNext} />
}
