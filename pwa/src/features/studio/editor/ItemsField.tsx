/** The things of a list on a card: their texts, which are right, what belongs together, their order. */
import { editor } from '../../../text/editor'
import { Icon } from '../../../ui/Icon'
import { keyIds, shownItems, withItem, withItemMoved, withPair, withoutItem, marked } from './cards'
import { Drawn } from './Drawn'
import { fieldId, useForm } from './form'
import { Fields } from './Fields'
import { Select } from './Inputs'
import type { ItemsField as Described } from './kinds'
import { Tool, letterOf } from './Tool'
import { type Place, type Thing, at, isThing, placeOf, put, textAt, thingsAt } from './places'

/** `place`: of the card, or of one of its variants. */
export function ItemsField({ place, field }: { place: Place; field: Described }) {
  const t = editor()
  const { document, change } = useForm()
  const card = at(document, place)
  if (!isThing(card)) return null
  const items = shownItems(card, field)
  const set = (next: Thing) => change(put(document, place, next))
  return (
    <fieldset class="editor-items" id={fieldId([...place, field.name])}>
      <legend class="legend">{t.fields[field.label]}</legend>
      {field.drawn && <Drawn place={place} field={field} />}
      <ol class="stack">
        {items.map((item, number) => (
          <Item key={String(item.id)} card={card} place={place} field={field} item={item} number={number} of={items.length} set={set} />
        ))}
      </ol>
      {items.length < field.most && (
        <button type="button" class="btn s slim editor-add" onClick={() => set(withItem(card, field))}><Icon name="pluss" small />{t.addItem}</button>
      )}
    </fieldset>
  )
}

type ItemProps = { card: Thing; place: Place; field: Described; item: Thing; number: number; of: number; set: (card: Thing) => void }

function Item({ card, place, field, item, number, of, set }: ItemProps) {
  const t = editor()
  const id = String(item.id)
  const letter = letterOf(number)
  const index = thingsAt(card, [field.name]).findIndex((each) => each.id === item.id)
  const here = [...place, field.name, index]
  const isRight = field.marking !== 'order' && field.marking !== undefined && keyIds(card).includes(id)
  const moves = field.marking === 'order' || !field.marking
  return (
    <li class={isRight ? 'editor-item right' : 'editor-item'} id={fieldId(here)}>
      <div class="editor-item-head">
        {field.marking === 'one' || field.marking === 'some' ? (
          <label class="check editor-mark">
            <input
              type={field.marking === 'one' ? 'radio' : 'checkbox'} name={placeOf([...place, 'key'])} checked={isRight} aria-label={t.isRight(letter)}
              onChange={() => set(marked(card, field, id))}
            />
            <b aria-hidden="true">{letter}</b>
            {isRight && <span class="chip g" aria-hidden="true"><Icon name="ok" />{t.right}</span>}
          </label>
        ) : <b class="editor-letter" aria-hidden="true">{field.marking === 'order' ? number + 1 : letter}</b>}
        <span class="editor-tools">
          {moves && <Tool label={t.itemUp(letter)} icon="ned" turned="up" off={number === 0} onDo={() => set(withItemMoved(card, field, id, -1))} />}
          {moves && <Tool label={t.itemDown(letter)} icon="ned" off={number === of - 1} onDo={() => set(withItemMoved(card, field, id, 1))} />}
          <Tool label={t.removeItem(letter)} icon="x" off={of <= 1} onDo={() => set(withoutItem(card, field, id))} />
        </span>
      </div>
      <Fields place={here} fields={field.fields} suffix={letter} />
      {field.paired && <Paired card={card} list={field.paired} id={id} letter={letter} onChoose={(other) => set(withPair(card, id, other))} />}
    </li>
  )
}

function Paired({ card, list, id, letter, onChoose }: { card: Thing; list: string; id: string; letter: string; onChoose: (other: string) => void }) {
  const t = editor()
  const { shown } = useForm()
  const value = isThing(card.key) ? String(card.key[id] ?? '') : ''
  return (
    <Select label={t.belongs(letter)} value={value} onChoose={onChoose}>
      <option value="">{t.chooseOne}</option>
      {thingsAt(card, [list]).map((other, number) => {
        const text = textAt(other, ['text'], shown[0] ?? 'nb')
        return <option key={String(other.id)} value={String(other.id)}>{text ? `${letterOf(number)} · ${text}` : letterOf(number)}</option>
      })}
    </Select>
  )
}
