/** The frame of each step: landscape, the way back, a heading that takes the focus, one docked action. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { shell } from '../../text/shell'
import { welcome } from '../../text/welcome'
import { Banners } from '../../ui/Banners'
import { Icon } from '../../ui/Icon'
import { Land, Logo } from '../../ui/Land'

type Props = { title: string; back?: () => void; children: ComponentChildren }

export function Frame({ title, back, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${welcome().page} · Løype`
    heading.current?.focus({ preventScroll: true })
    scrollTo(0, 0)
  }, [])
  return (
    <div class="app bare">
      <a class="skip" href="#hoved">{shell().skip}</a>
      <div class="screen">
        <header class={back ? 'hero step' : 'hero meet'}>
          <Land terrain="skog" />
          <div class="top">
            {back ? <button type="button" class="icon" aria-label={shell().back} onClick={back}><Icon name="v" /></button> : <Logo />}
          </div>
        </header>
        <main id="hoved" tabIndex={-1} class="sheet stack">
          <Banners />
          <h1 ref={heading} tabIndex={-1}>{title}</h1>
          {children}
        </main>
      </div>
    </div>
  )
}
