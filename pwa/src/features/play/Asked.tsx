/** What a paper shows of a card: its form or what it tells, and the lines that say how it was answered, each by its kind. */
import { useEffect, useState } from 'preact/hooks'
import type { Card, Exercise, Response } from '../../rules/cards'
import type { Draft } from './answering'
import { type Parts, gather, partsOf } from './kinds'
import { words } from './words'

type Props = { card: Card; seed: number; draft: Draft | null; labelledBy: string; onDraft: (draft: Draft) => void }

export function AskedField({ card, ...given }: Props) {
  const [{ Field, Told }, failed] = useParts(card)
  if (failed) return <p class="note sm" role="status">{words().failedWhy}</p>
  if (Told) return <Told card={card} draft={given.draft} onDraft={given.onDraft} />
  return Field ? <Field card={card} {...given} /> : null
}

export function AnsweredLines(props: { card: Exercise; response: Response; seed: number }) {
  const [{ Lines }] = useParts<Card>(props.card)
  return Lines ? <Lines {...props} /> : null
}

/** What a card's kind brings, nothing until it has been fetched; and whether it could not be. */
export function useParts<Kind extends Card>(card: Kind): [Parts<Kind>, boolean] {
  const [state, setState] = useState<'coming' | 'here' | 'failed'>('coming')
  useEffect(() => {
    let wanted = true
    gather({ cards: [card] }).then(() => wanted && setState('here'), () => wanted && setState('failed'))
    return () => {
      wanted = false
    }
  }, [card.type])
  return [partsOf(card), state === 'failed']
}
