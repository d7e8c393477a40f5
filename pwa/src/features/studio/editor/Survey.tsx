/** How a survey is answered: by a scale, from a list, in one's own words. */
import { editor } from '../../../text/editor'
import { Radio } from '../Radio'
import { fieldId, useForm } from './form'
import { NumberInput, Switch } from './Inputs'
import { ItemsField } from './ItemsField'
import type { ItemsField as Described } from './kinds'
import { type Place, type Thing, at, isThing, placeOf, put } from './places'
import { TextField } from './TextField'

const OPTIONS: Described = {
  kind: 'items', name: 'options', label: 'options', least: 2, most: 10, fields: [{ kind: 'text', name: 'text', label: 'answer', rows: 1, most: 2000 }],
}
const FRESH: Record<string, Thing> = {
  scale: { scale: { least: 1, most: 5 } },
  options: { options: [{ id: 'a' }, { id: 'b' }] },
  free: { free: true },
}

export function Survey({ place }: { place: Place }) {
  const t = editor().survey
  const { document, change } = useForm()
  const card = at(document, place)
  if (!isThing(card)) return null
  const form = isThing(card.scale) ? 'scale' : Array.isArray(card.options) ? 'options' : 'free'
  const turn = (to: string) => {
    const { scale: _scale, options: _options, many: _many, free: _free, ...rest } = card
    change(put(document, place, { ...rest, ...FRESH[to] }))
  }
  return (
    <>
      <fieldset id={fieldId([...place, 'scale'])}>
        <legend class="legend">{t.form}</legend>
        {(['scale', 'options', 'free'] as const).map((each) => (
          <Radio key={each} name={placeOf([...place, 'form'])} checked={form === each} label={t[each]} onChoose={() => turn(each)} />
        ))}
      </fieldset>
      {form === 'scale' && (
        <>
          <div class="editor-two">
            <NumberInput place={[...place, 'scale', 'least']} label={t.least} least={0} most={9} step={1} whole />
            <NumberInput place={[...place, 'scale', 'most']} label={t.most} least={1} most={10} step={1} whole />
          </div>
          <TextField place={[...place, 'scale', 'low']} label={t.low} rows={1} most={200} />
          <TextField place={[...place, 'scale', 'high']} label={t.high} rows={1} most={200} />
        </>
      )}
      {form === 'options' && (
        <>
          <ItemsField place={place} field={OPTIONS} />
          <Switch place={[...place, 'many']} label={t.many} />
        </>
      )}
    </>
  )
}
