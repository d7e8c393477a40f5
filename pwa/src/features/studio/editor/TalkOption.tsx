/** One thing the player can say: its words, why it was wise or not, what it does, and where it leads. */
import { editor } from '../../../text/editor'
import { Icon } from '../../../ui/Icon'
import { fieldId, useForm } from './form'
import { NumberInput } from './Inputs'
import { letterOf, Tool } from './Tool'
import { type Place, type Thing, put, textAt, thingsAt } from './places'
import { NodeSelect } from './TalkNodes'
import { When } from './TalkWhen'
import { TextField } from './TextField'
import { turnedWays, withFirst, withoutFirst } from './talk'

const MOST_WAYS = 6

type Props = { place: Place; card: Thing; option: Thing; number: number; onRemove: (() => void) | null }

export function TalkOption({ place, card, option, number, onRemove }: Props) {
  const t = editor().talk
  const { document, shown, change } = useForm()
  const set = (next: Thing) => change(put(document, place, next))
  const letter = letterOf(number)
  const meters = thingsAt(card, ['meters'])
  const nameOf = (meter: Thing, i: number) => textAt(meter, ['text'], shown[0] ?? 'nb') || `${t.meter} ${i + 1}`
  return (
    <div class="stack" id={fieldId(place)}>
      <div class="editor-item-head"><b class="editor-letter" aria-hidden="true">{letter}</b><span class="editor-tools"><Tool label={t.remove(`${t.reply} ${letter}`)} icon="x" off={onRemove === null} onDo={() => onRemove?.()} /></span></div>
      <TextField place={[...place, 'text']} label={`${t.reply} ${letter}`} rows={1} most={300} />
      <TextField place={[...place, 'explanation']} label={`${editor().fields.why} ${letter}`} rows={2} most={600} />
      <fieldset>
        <legend class="legend">{t.effects}</legend>
        <div class="editor-two">
          {meters.map((meter, i) => (
            <NumberInput key={String(meter.id)} place={[...place, 'effects', String(meter.id)]} label={t.effectOn(nameOf(meter, i))} least={-100} most={100} step={1} whole />
          ))}
        </div>
      </fieldset>
      <Ways place={place} card={card} option={option} set={set} />
      <details><summary>{t.when}<Icon name="ned" small turns /></summary><When place={[...place, 'when']} card={card} optional /></details>
    </div>
  )
}

function Ways({ place, card, option, set }: { place: Place; card: Thing; option: Thing; set: (option: Thing) => void }) {
  const t = editor().talk
  const many = Array.isArray(option.to)
  const ways = thingsAt(option, ['to'])
  const toward = (i: number, to: string) => set({ ...option, to: ways.map((way, other) => (other === i ? { ...way, to } : way)) })
  return (
    <>
      {!many && <NodeSelect id={fieldId([...place, 'to'])} label={t.to} card={card} value={String(option.to ?? '')} onChoose={(to) => set({ ...option, to })} />}
      <label class="check"><input type="checkbox" checked={many} onChange={(event) => set(turnedWays(option, event.currentTarget.checked))} /><span>{t.ways}</span></label>
      {many && (
        <>
          <p class="sm dim">{t.otherwise}</p>
          {ways.map((way, i) => (
            <div key={i} class="editor-first stack">
              <div class="editor-item-head"><b>{t.way(i + 1)}</b><span class="editor-tools"><Tool label={t.remove(t.way(i + 1))} icon="x" off={ways.length < 2} onDo={() => set({ ...option, to: withoutFirst(ways, i) })} /></span></div>
              {i < ways.length - 1 && <When place={[...place, 'to', i, 'when']} card={card} />}
              <NodeSelect label={`${t.to} ${i + 1}`} card={card} value={String(way.to ?? '')} onChoose={(to) => toward(i, to)} />
            </div>
          ))}
          {ways.length < MOST_WAYS && <button type="button" class="btn s slim editor-add" onClick={() => set({ ...option, to: withFirst(ways, { to: '' }) })}><Icon name="pluss" small />{t.add.way}</button>}
        </>
      )}
    </>
  )
}
