/** One or several options: native radio buttons or checkboxes, in the order of this attempt. */
import { useRef } from 'preact/hooks'
import type { ChoiceCard, MultipleCard, Option } from '../../rules/cards'
import { type Draft, idsOf, shownIds, toggled } from './answering'
import { textOf } from './explaining'
import type { FieldProps } from './fields'
import { useNumberKeys } from './keys'
import { words } from './words'

export function ChoiceField({ card, seed, draft, labelledBy, onDraft }: FieldProps<ChoiceCard | MultipleCard>) {
  const many = card.type === 'multiple'
  return (
    <Options
      name={card.id} options={card.options} shown={shownIds(card, seed)} many={many} hint={many ? words().chooseMany : null}
      draft={draft} labelledBy={labelledBy} onDraft={onDraft}
    />
  )
}

type Props = {
  name: string; options: Option[]; shown: readonly string[]; many: boolean; hint: string | null
  draft: Draft | null; labelledBy: string; onDraft: (draft: Draft) => void
}

/** `shown`: the ids in the order they stand in. */
export function Options({ name, options, shown, many, hint, draft, labelledBy, onDraft }: Props) {
  const choose = (id: string): Draft => (many ? toggled(options.map((option) => option.id), idsOf(draft), id) : id)
  const field = useRef<HTMLFieldSetElement>(null)
  useNumberKeys(shown.length, (place) => {
    onDraft(choose(shown[place] as string))
    field.current?.querySelectorAll('input')[place]?.focus()
  })
  return (
    <fieldset ref={field} class="stack" aria-labelledby={labelledBy}>
      {hint && <p class="sm dim">{hint}</p>}
      {shown.map((id) => (
        <label class="opt" key={id}>
          <input
            class="sr" type={many ? 'checkbox' : 'radio'} name={name} value={id}
            checked={many ? idsOf(draft).includes(id) : draft === id}
            onChange={() => onDraft(choose(id))}
          />
          <b class={many ? 'box' : undefined} />
          <span>{textOf(options, id)}</span>
        </label>
      ))}
    </fieldset>
  )
}
