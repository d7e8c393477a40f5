/** What every form of answer is given. */
import type { Card } from '../../rules/cards'
import type { Draft } from './answering'

export type FieldProps<Kind extends Card> = {
  card: Kind
  seed: number
  draft: Draft | null
  /** The id of the heading that asks. */
  labelledBy: string
  onDraft: (draft: Draft) => void
}
