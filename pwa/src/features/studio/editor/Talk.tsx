/** The form of a conversation: where it is, who takes part, what is measured, and every place in it. */
import { editor } from '../../../text/editor'
import { fieldId, useForm, useValue } from './form'
import { NumberInput, Options, Select } from './Inputs'
import { Tool } from './Tool'
import { type Place, type Thing, at, isThing, put, textAt, thingsAt } from './places'
import { TalkNodes } from './TalkNodes'
import { TextField } from './TextField'
import { type Part, stepsOfKey, withPart, withStep, withoutPart } from './talk'
import { Icon } from '../../../ui/Icon'

export function Talk({ place }: { place: Place }) {
  const t = editor().talk
  const { document, change } = useForm()
  const [where, setWhere] = useValue([...place, 'place'])
  const card = at(document, place)
  if (!isThing(card)) return null
  const set = (next: Thing) => change(put(document, place, next))
  return (
    <>
      <Select label={t.where} value={typeof where === 'string' ? where : 'ward'} onChoose={setWhere}><Options options={t.places} value={String(where ?? 'ward')} /></Select>
      <Parts place={place} card={card} part="characters" most={6} set={set} />
      <Parts place={place} card={card} part="meters" most={5} set={set} />
      <TalkNodes place={place} card={card} set={set} />
      <Best place={place} card={card} set={set} />
    </>
  )
}

type PartsProps = { place: Place; card: Thing; part: Part; most: number; set: (card: Thing) => void }

function Parts({ place, card, part, most, set }: PartsProps) {
  const t = editor().talk
  const things = thingsAt(card, [part])
  const add = part === 'characters' ? t.add.character : t.add.meter
  return (
    <fieldset class="editor-items" id={fieldId([...place, part])}>
      <legend class="legend">{part === 'characters' ? t.characters : t.meters}</legend>
      <ol class="stack">
        {things.map((thing, number) => {
          const here = [...place, part, number]
          return (
            <li key={String(thing.id)} class="editor-item" id={fieldId(here)}>
              <div class="editor-item-head">
                <b class="editor-letter" aria-hidden="true">{number + 1}</b>
                <span class="editor-tools"><Tool label={t.remove(`${part === 'characters' ? t.name : t.meter} ${number + 1}`)} icon="x" off={things.length < 2} onDo={() => set(withoutPart(card, part, String(thing.id)))} /></span>
              </div>
              {part === 'characters' ? <Character place={here} number={number + 1} /> : <Meter place={here} number={number + 1} />}
            </li>
          )
        })}
      </ol>
      {things.length < most && <button type="button" class="btn s slim editor-add" onClick={() => set(withPart(card, part))}><Icon name="pluss" small />{add}</button>}
    </fieldset>
  )
}

function Character({ place, number }: { place: Place; number: number }) {
  const t = editor().talk
  const [look, setLook] = useValue([...place, 'look'])
  return (
    <>
      <TextField place={[...place, 'name']} label={`${t.name} ${number}`} rows={1} most={200} />
      <Select label={`${t.look} ${number}`} value={String(look ?? '')} onChoose={setLook}><Options options={t.looks} value={String(look ?? '')} /></Select>
    </>
  )
}

function Meter({ place, number }: { place: Place; number: number }) {
  const t = editor().talk
  return (
    <>
      <TextField place={[...place, 'text']} label={`${t.meter} ${number}`} rows={1} most={40} />
      <div class="editor-two">
        <NumberInput place={[...place, 'start']} label={t.start} least={0} most={100} step={1} whole />
        <NumberInput place={[...place, 'enough']} label={t.enough} least={0} most={100} step={1} whole />
      </div>
    </>
  )
}

/** The best way, reply by reply. */
function Best({ place, card, set }: { place: Place; card: Thing; set: (card: Thing) => void }) {
  const t = editor().talk
  const language = useForm().shown[0] ?? 'nb'
  const nodes = thingsAt(card, ['nodes'])
  return (
    <fieldset class="editor-items stack" id={fieldId([...place, 'key'])}>
      <legend class="legend">{t.best}</legend>
      <p class="sm dim">{t.bestWhy}</p>
      {stepsOfKey(card).map(({ node, options, chosen }, number) => {
        const here = nodes.find(({ id }) => id === node) ?? {}
        return (
          <Select key={number} label={t.step(number + 1)} value={chosen ?? ''} onChoose={(option) => set(withStep(card, number, option))}>
            <option value="">{editor().chooseOne}</option>
            {options.map((id) => {
              const option = thingsAt(here, ['options']).find((each) => each.id === id)
              return <option key={id} value={id}>{textAt(option, ['text'], language) || id}</option>
            })}
          </Select>
        )
      })}
    </fieldset>
  )
}
