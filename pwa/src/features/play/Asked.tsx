/** The form of an exercise, and the lines that tell how it was answered, each by the kind of its card. */
import type { Exercise, Response } from '../../rules/cards'
import type { Draft } from './answering'
import { ChoiceField } from './Choice'
import { Lines } from './Lines'
import { MatchField } from './Match'
import { NumberField } from './NumberField'
import { OrderField } from './Order'

type Props = { card: Exercise; seed: number; draft: Draft | null; labelledBy: string; onDraft: (draft: Draft) => void }

export function AskedField({ card, ...given }: Props) {
  switch (card.type) {
    case 'choice':
    case 'multiple':
      return <ChoiceField card={card} {...given} />
    case 'order':
      return <OrderField card={card} {...given} />
    case 'match':
      return <MatchField card={card} {...given} />
    case 'number':
      return <NumberField card={card} {...given} />
  }
}

export function AnsweredLines(props: { card: Exercise; response: Response; seed: number }) {
  return <Lines {...props} />
}
