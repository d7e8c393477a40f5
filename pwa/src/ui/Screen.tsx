/** The frame of a screen: its head, its content, one docked action, the tabs. */
import type { ComponentChildren } from 'preact'
import { shell } from '../text/shell'
import { Banners } from './Banners'
import { type Tab, Tabs } from './Tabs'

type Props = {
  tab: Tab | null
  header: ComponentChildren
  children: ComponentChildren
  dock?: ComponentChildren
  /** On a wide screen: `split`, landscape beside words; `columns`, the content in two; `full`, as wide as there is. */
  wide?: 'split' | 'columns' | 'full'
}

export function Screen({ tab, header, children, dock, wide }: Props) {
  const main = wide === 'split' ? 'sheet stack' : wide === 'columns' ? 'body stack columns' : wide === 'full' ? 'body stack full' : 'body stack'
  return (
    <div class="app">
      <a class="skip" href="#hoved">{shell().skip}</a>
      <div class={wide === 'split' ? 'screen split' : 'screen'}>
        <Banners />
        {header}
        <main id="hoved" tabIndex={-1} class={main}>
          {children}
          {dock && <div class="dock">{dock}</div>}
        </main>
      </div>
      <Tabs on={tab} />
    </div>
  )
}
