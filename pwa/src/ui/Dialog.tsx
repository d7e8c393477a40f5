/** A question or a form over the screen: the focus stays in it, Escape closes it, and goes back where it came from. */
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import './dialog.css'

type Props = { title: string; wide?: boolean; onClose: () => void; children: ComponentChildren }

export function Dialog({ title, wide = false, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const before = document.activeElement
    const shown = dialog.current
    shown?.showModal()
    return () => {
      shown?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  const cancelled = (event: Event) => {
    event.preventDefault()
    onClose()
  }
  return (
    <dialog ref={dialog} class={wide ? 'dialog wide' : 'dialog'} aria-labelledby={heading} onCancel={cancelled}>
      <h2 id={heading} class="lead">{title}</h2>
      <div class="stack dialog-body">{children}</div>
    </dialog>
  )
}
