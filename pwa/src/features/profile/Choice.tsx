/** One of a few, as radio buttons that look like a switch. */
type Props<Value extends string | number> = {
  legend: string
  name: string
  value: Value
  all: readonly { value: Value; label: string; lang?: string }[]
  onChoose: (value: Value) => void
}

export function Choice<Value extends string | number>({ legend, name, value, all, onChoose }: Props<Value>) {
  return (
    <fieldset>
      <legend class="legend">{legend}</legend>
      <div class="sel">
        {all.map((one) => (
          <label key={one.value} lang={one.lang}>
            <input type="radio" name={name} checked={one.value === value} onChange={() => onChoose(one.value)} />
            <span>{one.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
