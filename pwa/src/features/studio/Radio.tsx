/** One of a few, with a line that says what it means. */
type Props = { name: string; checked: boolean; label: string; help?: string; onChoose: () => void }

export function Radio({ name, checked, label, help, onChoose }: Props) {
  return (
    <label class="check">
      <input type="radio" name={name} checked={checked} onChange={onChoose} />
      <span>{label}{help && <span class="two xs dim">{help}</span>}</span>
    </label>
  )
}
