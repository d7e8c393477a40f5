/** The screens around a post: being fetched, not on the device, not to be opened, and stopped because the letter is full. */
import type { ComponentChildren } from 'preact'
import { Icon } from '../../ui/Icon'
import { Heading } from './Heading'
import { words } from './words'

export function Loading({ onClose }: { onClose: () => void }) {
  return (
    <>
      <CloseBar onClose={onClose} />
      <main class="wrap stack play-content" aria-busy="true">
        <h1 class="sr">{words().loading}</h1>
        <div class="bone play-room" />
        <div class="bone play-line" />
        <div class="bone play-line play-short" />
        <div class="bone play-option" /><div class="bone play-option" /><div class="bone play-option" />
      </main>
    </>
  )
}

type StoppedProps = {
  title: string
  why: string
  icon: 'utenett' | 'info' | 'runde'
  action: string
  onAction: () => void
  /** Where there is another way back than the action; else the action is it. */
  onClose: (() => void) | null
}

/** One screen for all that keeps a person from playing on: what happened, and what to do. */
export function Stopped({ title, why, icon, action, onAction, onClose }: StoppedProps) {
  return (
    <>
      <CloseBar onClose={onClose ?? onAction} />
      <main class="play-main">
        <div class="wrap stack play-content play-stopped">
          <span class="tile b"><Icon name={icon} /></span>
          <Heading id="play-stopped">{title}</Heading>
          <p>{why}</p>
        </div>
        <div class="play-dock">
          <button type="button" class="btn" onClick={onAction}>{action}</button>
          {onClose && <button type="button" class="btn t" onClick={onClose}>{words().back}</button>}
        </div>
      </main>
    </>
  )
}

export function CloseBar({ onClose }: { onClose: () => void }) {
  return (
    <header class="top in">
      <button type="button" class="icon" aria-label={words().closeDone} onClick={onClose}><Icon name="x" /></button>
    </header>
  )
}

/** A line above the card that tells something once. */
export function Told({ icon, children }: { icon: 'info' | 'runde'; children: ComponentChildren }) {
  return <div class="note sm play-told"><Icon name={icon} small /><div class="grow">{children}</div></div>
}
