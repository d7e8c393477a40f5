/** What every form of answer is given. */
import type { Exercise } from '../../rules/cards'
import type { Draft } from './answering'

export type FieldProps<Kind extends Exercise> = {
  card: Kind
  seed: number
  draft: Draft | null
  /** The id of the heading that asks. */
  labelledBy: string
  onDraft: (draft: Draft) => void
}
