/** What colleagues say of the card that is being written, or of the whole: asked for when it is opened. */
import { useState } from 'preact/hooks'
import { working } from '../../../text/working'
import { Icon } from '../../../ui/Icon'
import { Reviews } from '../talk/Reviews'
import { Talk } from '../talk/Talk'

export function Together({ module, card }: { module: string; card: string | null }) {
  const t = working()
  const [open, setOpen] = useState(false)
  return (
    <details class="editor-together" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{card === null ? `${t.talk}, ${t.reviews}` : t.talk}<Icon name="ned" small turns /></summary>
      {open && <Talk module={module} card={card} />}
      {open && card === null && <Reviews module={module} />}
    </details>
  )
}
