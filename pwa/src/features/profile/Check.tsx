/** A box with what it means below. It turns when the server has kept the change. */
type CheckProps = { label: string; help: string; checked: boolean; onChange: (checked: boolean) => void }

export function Check({ label, help, checked, onChange }: CheckProps) {
  const set = (event: Event) => {
    const box = event.currentTarget as HTMLInputElement
    const wanted = box.checked
    // The box shows what holds: it turns when the server has kept the change.
    box.checked = checked
    onChange(wanted)
  }
  return (
    <label class="check">
      <input type="checkbox" checked={checked} onChange={set} />
      <span>{label}<span class="two xs dim">{help}</span></span>
    </label>
  )
}
