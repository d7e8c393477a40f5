/** One or several options: native radio buttons or checkboxes, in the order of this attempt. */
import { useRef } from 'preact/hooks'
import type { ChoiceCard, MultipleCard } from '../../rules/cards'
import { type Draft, idsOf, shownIds, toggled } from './answering'
import { textOf } from './explaining'
import type { FieldProps } from './fields'
import { useNumberKeys } from './keys'
import { words } from './words'

export function ChoiceField({ card, seed, draft, labelledBy, onDraft }: FieldProps<ChoiceCard | MultipleCard>) {
  const many = card.type === 'multiple'
  const choose = (id: string): Draft =>
    many ? toggled(card.options.map((option) => option.id), idsOf(draft), id) : id
  const shown = shownIds(card, seed)
  const field = useRef<HTMLFieldSetElement>(null)
  useNumberKeys(shown.length, (place) => {
    onDraft(choose(shown[place] as string))
    field.current?.querySelectorAll('input')[place]?.focus()
  })
  return (
    <fieldset ref={field} class="stack" aria-labelledby={labelledBy}>
      {many && <p class="sm dim">{words().chooseMany}</p>}
      {shown.map((id) => (
        <label class="opt" key={id}>
          <input
            class="sr" type={many ? 'checkbox' : 'radio'} name={card.id} value={id}
            checked={many ? idsOf(draft).includes(id) : draft === id}
            onChange={() => onDraft(choose(id))}
          />
          <b class={many ? 'box' : undefined} />
          <span>{textOf(card.options, id)}</span>
        </label>
      ))}
    </fieldset>
  )
}
