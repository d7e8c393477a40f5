/** The frame of the screens of questions, and the state of a question in a word. */
import type { ComponentChildren } from 'preact'
import type { HelpRequest } from '../../api/types'
import { gameLayer } from '../../session'
import { help } from '../../text/help'
import { Icon } from '../../ui/Icon'
import { Screen } from '../../ui/Screen'
import { Title } from '../../ui/Title'
import './help.css'

type Props = { title: string; back: string; backLabel: string; dock?: ComponentChildren; children: ComponentChildren }

export function Frame({ title, back, backLabel, dock, children }: Props) {
  const header = (
    <header class="top in help-top">
      <a class="icon" href={back} aria-label={backLabel}><Icon name="v" /></a>
      <div class="grow"><Title page={title}>{title}</Title></div>
    </header>
  )
  return <Screen tab={gameLayer.value ? 'team' : 'me'} header={header} dock={dock}>{children}</Screen>
}

export function State({ state }: Pick<HelpRequest, 'state'>) {
  const t = help()
  if (state === 'open') return <span class="chip b"><Icon name="klokke" />{t.states.open}</span>
  return <span class={state === 'closed' ? 'chip' : 'chip g'}><Icon name="ok" />{t.states[state]}</span>
}

/** What a question is about: the post, and the card's own words. */
export function About({ title, prompt, to }: { title: string; prompt: string | null; to?: string | null | undefined }) {
  const t = help()
  return (
    <section class="help-about stack">
      <p class="sm"><span class="dim">{t.about}</span> <strong>{title}</strong></p>
      {prompt && <blockquote class="tight">{prompt}</blockquote>}
      {to && <a class="textlink tight" href={to}>{t.openPost}<Icon name="h" small /></a>}
    </section>
  )
}
