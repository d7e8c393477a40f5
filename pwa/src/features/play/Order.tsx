/** Things to be put in order: up and down by button or arrow key, each move told aloud. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { OrderCard } from '../../rules/cards'
import { Icon } from '../../ui/Icon'
import { idsOf, moved, shownIds } from './answering'
import { textOf } from './explaining'
import type { FieldProps } from './fields'
import { words } from './words'

type Step = -1 | 1

export function OrderField({ card, seed, draft, labelledBy, onDraft }: FieldProps<OrderCard>) {
  const text = words()
  const list = useRef<HTMLOListElement>(null)
  const [last, setLast] = useState<{ id: string; step: Step } | null>(null)
  const order = draft === null ? shownIds(card, seed) : idsOf(draft)

  const move = (id: string, step: Step) => {
    const next = moved(order, order.indexOf(id), step)
    if (next.join() === order.join()) return
    setLast({ id, step })
    onDraft(next)
  }
  // The moved element loses its focus in the document; it gets it back where it now stands.
  useLayoutEffect(() => {
    if (last) list.current?.querySelector<HTMLElement>(`[data-move="${CSS.escape(last.id)}${last.step}"]`)?.focus()
  }, [last, order.join()])

  const row = (id: string, place: number) => {
    const name = textOf(card.options, id)
    const keys = (event: KeyboardEvent) => {
      if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
      event.preventDefault()
      move(id, event.key === 'ArrowUp' ? -1 : 1)
    }
    const button = (step: Step, label: string, atEnd: boolean) => (
      <button
        type="button" class={step < 0 ? 'icon up' : 'icon'} data-move={`${id}${step}`} aria-label={label} aria-disabled={atEnd}
        onClick={() => move(id, step)} onKeyDown={keys}
      >
        <Icon name="ned" />
      </button>
    )
    return (
      <li class="opt play-order" key={id}>
        <b class="num" aria-hidden="true">{place + 1}</b>
        <span class="grow">{name}</span>
        <span class="play-arrows">
          {button(-1, text.moveUp(name), place === 0)}
          {button(1, text.moveDown(name), place === order.length - 1)}
        </span>
      </li>
    )
  }
  const told = last && text.movedTo(textOf(card.options, last.id), order.indexOf(last.id) + 1, order.length)
  return (
    <div role="group" aria-labelledby={labelledBy} class="stack">
      <p class="sm dim">{text.orderHelp}</p>
      <ol class="stack" ref={list}>{order.map(row)}</ol>
      <p class="sr" role="status">{told}</p>
    </div>
  )
}
