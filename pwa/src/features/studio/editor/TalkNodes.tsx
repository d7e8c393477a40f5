/** The places of a conversation, each folded: who speaks, what is said, what can be replied, or how it ends. */
import { editor } from '../../../text/editor'
import { Icon } from '../../../ui/Icon'
import { freshId } from './cards'
import { fieldId, useForm, useValue } from './form'
import { Options, Select } from './Inputs'
import { type Place, type Thing, put, textAt, thingsAt } from './places'
import { TalkOption } from './TalkOption'
import { When } from './TalkWhen'
import { TextField } from './TextField'
import { turnedEnding, turnedVariants, withFirst, withPart, withoutFirst, withoutPart } from './talk'
import { Tool } from './Tool'

const MOST_NODES = 80
const MOST_OPTIONS = 4
const MOST_VARIANTS = 6

type Props = { place: Place; card: Thing; set: (card: Thing) => void }

export function TalkNodes({ place, card, set }: Props) {
  const t = editor().talk
  const nodes = thingsAt(card, ['nodes'])
  return (
    <fieldset class="editor-items" id={fieldId([...place, 'nodes'])}>
      <legend class="legend">{t.nodes}</legend>
      <NodeSelect label={t.begins} card={card} value={String(card.start ?? '')} onChoose={(start) => set({ ...card, start })} id={fieldId([...place, 'start'])} />
      <ol class="stack">
        {nodes.map((node, number) => (
          <li key={String(node.id)} class="editor-item">
            <Node place={[...place, 'nodes', number]} card={card} node={node} number={number} onRemove={() => set(withoutPart(card, 'nodes', String(node.id)))} />
          </li>
        ))}
      </ol>
      {nodes.length < MOST_NODES && <button type="button" class="btn s slim editor-add" onClick={() => set(withPart(card, 'nodes'))}><Icon name="pluss" small />{t.add.node}</button>}
    </fieldset>
  )
}

type NodeSelectProps = { label: string; card: Thing; value: string; onChoose: (id: string) => void; id?: string }

/** A place chosen by its number and what is said there. */
export function NodeSelect({ label, card, value, onChoose, id }: NodeSelectProps) {
  const t = editor().talk
  const language = useForm().shown[0] ?? 'nb'
  const nodes = thingsAt(card, ['nodes'])
  return (
    <Select {...(id ? { id } : {})} label={label} value={value} onChoose={onChoose}>
      {!nodes.some((node) => node.id === value) && <option value={value}>{editor().chooseOne}</option>}
      {nodes.map((node, number) => {
        const said = textAt(node, ['title'], language) || textAt(node, ['text'], language) || textAt(thingsAt(node, ['variants'])[0], ['text'], language)
        return <option key={String(node.id)} value={String(node.id)} selected={node.id === value}>{said ? `${t.node(number + 1)}: ${said.slice(0, 60)}` : t.node(number + 1)}</option>
      })}
    </Select>
  )
}

type NodeProps = { place: Place; card: Thing; node: Thing; number: number; onRemove: () => void }

function Node({ place, card, node, number, onRemove }: NodeProps) {
  const t = editor().talk
  const { document, shown, change } = useForm()
  const set = (next: Thing) => change(put(document, place, next))
  const ends = node.ending === true
  const options = thingsAt(node, ['options'])
  const name = t.node(number + 1)
  return (
    <details id={fieldId(place)}>
      <summary><span class="grow">{name}<span class="two sm dim light">{textAt(node, ['text'], shown[0] ?? 'nb')}</span></span>{ends && <span class={node.good === true ? 'chip g' : 'chip w'}>{node.good === true ? t.good : t.ending}</span>}<Icon name="ned" small turns /></summary>
      <div class="stack">
        <Speaker place={place} card={card} />
        <Said place={place} node={node} card={card} set={set} />
        <label class="check"><input type="checkbox" checked={ends} onChange={(event) => set(turnedEnding(node, event.currentTarget.checked))} /><span>{t.ending}</span></label>
        {ends ? (
          <>
            <label class="check"><input type="checkbox" checked={node.good === true} onChange={(event) => set({ ...node, good: event.currentTarget.checked })} /><span>{t.good}</span></label>
            <TextField place={[...place, 'title']} label={t.title} rows={1} most={200} />
          </>
        ) : (
          <fieldset class="editor-items" id={fieldId([...place, 'options'])}>
            <legend class="legend">{t.replies}</legend>
            <ol class="stack">
              {options.map((option, i) => (
                <li key={String(option.id)} class="editor-item"><TalkOption
                  place={[...place, 'options', i]} card={card} option={option} number={i} onRemove={options.length > 1 ? () => set({ ...node, options: options.filter((_, other) => other !== i) }) : null}
                /></li>
              ))}
            </ol>
            {options.length < MOST_OPTIONS && (
              <button type="button" class="btn s slim editor-add" onClick={() => set({ ...node, options: [...options, { id: freshId('i'), to: String(node.id) }] })}><Icon name="pluss" small />{t.add.option}</button>
            )}
          </fieldset>
        )}
        <button type="button" class="btn t slim" onClick={onRemove}>{t.remove(name)}</button>
      </div>
    </details>
  )
}

function Speaker({ place, card }: { place: Place; card: Thing }) {
  const t = editor().talk
  const language = useForm().shown[0] ?? 'nb'
  const [who, setWho] = useValue([...place, 'who'])
  const [mood, setMood] = useValue([...place, 'mood'])
  return (
    <div class="editor-two">
      <Select label={t.who} value={String(who ?? '')} onChoose={(id) => setWho(id === '' ? undefined : id)}>
        <option value="">{t.nobody}</option>
        {thingsAt(card, ['characters']).map((each, number) => <option key={String(each.id)} value={String(each.id)} selected={each.id === who}>{textAt(each, ['name'], language) || `${t.name} ${number + 1}`}</option>)}
      </Select>
      <Select label={t.mood} value={String(mood ?? '')} onChoose={(each) => setMood(each === '' ? undefined : each)}>
        <option value="">–</option><Options options={t.moods} value={String(mood ?? '')} />
      </Select>
    </div>
  )
}

type SaidProps = { place: Place; node: Thing; card: Thing; set: (node: Thing) => void }

function Said({ place, node, card, set }: SaidProps) {
  const t = editor().talk
  const many = Array.isArray(node.variants)
  const variants = thingsAt(node, ['variants'])
  const turn = node.ending !== true && (
    <label class="check"><input type="checkbox" checked={many} onChange={(event) => set(turnedVariants(node, event.currentTarget.checked))} /><span>{t.texts}</span></label>
  )
  if (!many) return <><TextField place={[...place, 'text']} label={t.said} rows={2} most={600} />{turn}</>
  return (
    <>
      {turn}
      <p class="sm dim">{t.otherwise}</p>
      {variants.map((_, i) => (
        <div key={i} class="editor-first stack">
          <div class="editor-item-head"><b>{t.said2(i + 1)}</b><span class="editor-tools"><Tool label={t.remove(t.said2(i + 1))} icon="x" off={variants.length < 2} onDo={() => set({ ...node, variants: withoutFirst(variants, i) })} /></span></div>
          {i < variants.length - 1 && <When place={[...place, 'variants', i, 'when']} card={card} />}
          <TextField place={[...place, 'variants', i, 'text']} label={`${t.said} ${i + 1}`} rows={2} most={600} />
        </div>
      ))}
      {variants.length < MOST_VARIANTS && <button type="button" class="btn s slim editor-add" onClick={() => set({ ...node, variants: withFirst(variants, {}) })}><Icon name="pluss" small />{t.add.variant}</button>}
    </>
  )
}
