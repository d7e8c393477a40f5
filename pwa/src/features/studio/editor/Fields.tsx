/** The fields of a card, or of a thing on it, made of their descriptions. */
import { editor } from '../../../text/editor'
import { useValue } from './form'
import { NumberInput, Switch } from './Inputs'
import { ItemsField } from './ItemsField'
import type { Field } from './kinds'
import { MediumField } from './MediumField'
import { type Place, isThing } from './places'
import { Survey } from './Survey'
import { Talk } from './Talk'
import { FormsField, TextField } from './TextField'

/** `suffix`: the letter of the thing, so that each field of a form has a name of its own. */
type Props = { place: Place; fields: readonly Field[]; suffix?: string }

export function Fields({ place, fields, suffix }: Props) {
  return <>{fields.map((field, number) => <One key={'name' in field ? field.name : number} place={place} field={field} suffix={suffix} />)}</>
}

function One({ place, field, suffix }: { place: Place; field: Field; suffix: string | undefined }) {
  const t = editor()
  const label = 'label' in field ? (suffix ? t.itemOf(t.fields[field.label], suffix) : t.fields[field.label]) : ''
  switch (field.kind) {
    case 'text':
      return <TextField place={[...place, field.name]} label={label} rows={field.rows} most={field.most} optional={field.optional ?? false} />
    case 'forms':
      return <FormsField place={[...place, field.name]} label={label} most={4000} optional={field.optional ?? false} />
    case 'medium':
      return <MediumField place={[...place, field.name]} label={label} accept={field.accept} optional={field.optional ?? false} />
    case 'switch':
      return <Switch place={[...place, field.name]} label={label} />
    case 'measure':
      return <Measure place={place} name={field.name} label={label} />
    case 'items':
      return <ItemsField place={place} field={field} />
    case 'survey':
      return <Survey place={place} />
    case 'scenario':
      return <Talk place={place} />
  }
}

/** A part of the key of a number. */
function Measure({ place, name, label }: { place: Place; name: string; label: string }) {
  const [key] = useValue([...place, 'key'])
  if (key !== undefined && !isThing(key)) return null
  return <NumberInput place={[...place, 'key', name]} label={label} />
}
