/** The form of an exercise, and the lines that tell how it was answered, each by the kind of its card. */
import type { Exercise, Response } from '../../rules/cards'
import type { Draft } from './answering'
import { partsOf } from './kinds'

type Props = { card: Exercise; seed: number; draft: Draft | null; labelledBy: string; onDraft: (draft: Draft) => void }

export function AskedField(props: Props) {
  const { Field } = partsOf(props.card)
  return Field ? <Field {...props} /> : null
}

export function AnsweredLines(props: { card: Exercise; response: Response; seed: number }) {
  const { Lines } = partsOf(props.card)
  return Lines ? <Lines {...props} /> : null
}
