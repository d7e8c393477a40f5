/** The heading of a screen in the player: takes the focus when it comes, so that a screen reader begins there. */
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { useQuiet } from './quiet'

type Props = { id: string; class?: string; children: ComponentChildren }

export function Heading({ id, class: look = 'lead', children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  const quiet = useQuiet()
  useLayoutEffect(() => {
    if (quiet) return
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [])
  const Level = quiet ? 'h2' : 'h1'
  return <Level id={id} class={look} tabIndex={-1} ref={heading}>{children}</Level>
}
