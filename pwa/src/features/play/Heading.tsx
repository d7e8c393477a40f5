/** The heading of a screen in the player: takes the focus when it comes, so that a screen reader begins there. */
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

type Props = { id: string; class?: string; children: ComponentChildren }

export function Heading({ id, class: look = 'lead', children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [])
  return <h1 id={id} class={look} tabIndex={-1} ref={heading}>{children}</h1>
}
