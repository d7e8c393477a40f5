/** The screen's one h1. Takes the focus when a person comes to the screen, so that it is read and Tab goes on from it. */
import { useEffect, useRef } from 'preact/hooks'
import { address, moved } from '../router'
import type { ComponentChildren } from 'preact'

let focusedAt: string | null = null

type Props = { page: string; hidden?: boolean; children: ComponentChildren }

export function Title({ page, hidden = false, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = page === 'Løype' ? page : `${page} · Løype`
  }, [page])
  useEffect(() => {
    if (!moved()) return
    const lost = document.activeElement === document.body || document.activeElement === null
    if (focusedAt === address.value && !lost) return
    focusedAt = address.value
    heading.current?.focus({ preventScroll: true })
  }, [address.value])
  return <h1 ref={heading} tabIndex={-1} class={hidden ? 'sr' : undefined}>{children}</h1>
}
