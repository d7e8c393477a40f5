/** A condition about the meters: between which levels each must lie. */
import { editor } from '../../../text/editor'
import { fieldId, useForm, useValue } from './form'
import { type Place, type Thing, at, textAt, thingsAt } from './places'
import { withEnd } from './talk'

/** `optional`: a condition that says nothing is left out. */
export function When({ place, card, optional = false }: { place: Place; card: Thing; optional?: boolean }) {
  const t = editor().talk
  const language = useForm().shown[0] ?? 'nb'
  const [when, set] = useValue(place)
  const changed = (meter: string, end: 'least' | 'most', text: string) => {
    const next = withEnd(when, meter, end, text.trim() === '' ? null : Math.round(Number(text)))
    set(optional && Object.keys(next).length === 0 ? undefined : next)
  }
  return (
    <fieldset id={fieldId(place)}>
      <legend class="legend">{t.when}</legend>
      {thingsAt(card, ['meters']).map((meter, i) => {
        const id = String(meter.id)
        const name = textAt(meter, ['text'], language) || `${t.meter} ${i + 1}`
        return (
          <div key={id} class="editor-two">
            {(['least', 'most'] as const).map((end) => {
              const value = at(when, [id, end])
              return (
                <label key={end} class="field editor-number">
                  <span>{t[end](name)}</span>
                  <input class="inp" type="number" min={0} max={100} step={1} value={typeof value === 'number' ? String(value) : ''} onInput={(event) => changed(id, end, event.currentTarget.value)} />
                </label>
              )
            })}
          </div>
        )
      })}
    </fieldset>
  )
}
