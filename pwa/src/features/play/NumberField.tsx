/** A number with its unit; comma and point are both fine. */
import type { NumberCard } from '../../rules/cards'
import type { FieldProps } from './fields'
import { words } from './words'

export function NumberField({ card, draft, onDraft }: FieldProps<NumberCard>) {
  return (
    <label class="field play-number">
      <span>{words().numberLabel}</span>
      <div class="rowx">
        <input
          class="inp grow" type="text" inputMode="decimal" autoComplete="off" enterkeyhint="done" maxLength={20}
          value={typeof draft === 'string' ? draft : ''} onInput={(event) => onDraft(event.currentTarget.value)}
        />
        {card.unit && <strong>{card.unit}</strong>}
      </div>
    </label>
  )
}
