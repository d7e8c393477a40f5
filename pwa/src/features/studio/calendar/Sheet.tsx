/** Something that is decided before anything else: over the page, left by Escape, and the focus goes back where it was. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { calendar } from '../../../text/calendar'
import { Icon } from '../../../ui/Icon'

export function Sheet({ title, close, children }: { title: string; close: () => void; children: ComponentChildren }) {
  const own = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = own.current
    dialog?.showModal()
    return () => dialog?.close()
  }, [])
  return (
    <dialog ref={own} class="sheet-over stack" aria-labelledby="sheet-title" onClose={close}>
      <div class="rowx">
        <h2 id="sheet-title" class="grow">{title}</h2>
        <button type="button" class="icon" aria-label={calendar().close} onClick={() => own.current?.close()}><Icon name="x" /></button>
      </div>
      {children}
    </dialog>
  )
}
