/** What sound and video share: the button that fetches, the speed, and what is said, in words. */
import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { Recording } from '../../../rules/cards'
import { language } from '../../../text'
import { recording as words } from '../../../text/recording'
import { lengthOf, sizeOf } from '../../../text/sizes'
import { Icon } from '../../../ui/Icon'
import { Prose } from '../Prose'
import { reachable, recordings } from '../ports'
import { hush } from '../speech'
import { NOTED_EVERY, type Playing, SPEEDS, placeOf } from './recorded'
import './recorded.css'

type OfferProps = { recording: Recording; playing: Playing; play: string; missing: string; get: (asked: boolean) => void }

/** Before it is here: one button that plays it, one that only keeps it, and how much that fetches. */
export function Offer({ recording: { media, seconds, bytes }, playing, play, missing, get }: OfferProps) {
  const t = words()
  if (playing.kind === 'looking') return <div class="recorded-offer" aria-busy="true" />
  if (playing.kind === 'broken') return <p class="note"><Icon name="info" /><span>{t.broken}</span></p>
  if (playing.kind === 'coming') {
    const percent = Math.floor((recordings.fetched.value.get(media) ?? 0) * 100)
    return (
      <div class="recorded-offer stack">
        <p class="sm" role="status">{t.fetching(percent)}</p>
        <progress class="recorded-coming" max={100} value={percent} aria-label={t.fetching(percent)} />
      </div>
    )
  }
  if (!reachable.value) return <p class="note"><Icon name="utenett" /><span>{missing}</span></p>
  return (
    <div class="recorded-offer stack">
      {playing.kind === 'failed' && <p class="sm" role="alert">{t.failed}</p>}
      <button type="button" class="btn s recorded-play" onClick={() => get(true)}>
        <Icon name="spill" /><span>{play}</span><span class="dim light">{t.lasts(lengthOf(seconds), sizeOf(bytes, language.value))}</span>
      </button>
      <button type="button" class="btn t recorded-keep" onClick={() => get(false)}><Icon name="last-ned" />{t.fetch}</button>
      <p class="xs dim">{t.saving}</p>
    </div>
  )
}

/** Remembers where one is while it plays, and goes on there. */
export function usePlace(draft: unknown, seconds: number, asked: boolean, onDraft: (draft: string) => void) {
  const element = useRef<HTMLMediaElement>(null)
  const noted = useRef(placeOf(draft, seconds))
  const note = (place: number) => {
    noted.current = place
    onDraft(place > 0 ? String(Math.floor(place)) : '')
  }
  const events = {
    onLoadedMetadata: () => {
      const media = element.current
      if (!media) return
      if (noted.current > 0) media.currentTime = noted.current
      for (const track of media.textTracks) track.mode = 'showing'
      if (!asked) return
      media.focus()
      media.play().catch(() => undefined) // Some phones want a second tap, on the control itself.
    },
    onPlay: hush,
    onTimeUpdate: () => {
      const at = element.current?.currentTime ?? 0
      if (Math.abs(at - noted.current) >= NOTED_EVERY) note(at)
    },
    onPause: () => note(element.current?.currentTime ?? 0),
    onEnded: () => note(0),
  }
  return { element, events }
}

/** How fast it plays; the voices keep their pitch. */
export function Speed({ element }: { element: { readonly current: HTMLMediaElement | null } }) {
  const t = words()
  const [speed, setSpeed] = useState(1)
  const choose = (chosen: number) => {
    setSpeed(chosen)
    if (element.current) element.current.playbackRate = chosen
  }
  const shown = new Intl.NumberFormat(language.value === 'en' ? 'en-GB' : 'nb-NO')
  return (
    <fieldset class="speed">
      <legend class="xs dim">{t.speed}</legend>
      <div>
        {SPEEDS.map((one) => (
          <label>
            <input class="sr" type="radio" name="speed" checked={one === speed} onChange={() => choose(one)} />
            <span>{shown.format(one)}×</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** What is said, to read instead or beside; open where there is nothing to play. */
export function Transcript({ text, open }: { text: string; open: boolean }) {
  const t = words()
  if (text === '') return null
  return (
    <details class="recorded-words" open={open}>
      <summary><Icon name="ned" turns />{t.transcript}</summary>
      <Prose text={text} />
    </details>
  )
}

export function Here({ children }: { children: ComponentChildren }) {
  return <div class="stack">{children}<p class="xs dim recorded-here"><Icon name="ok" small />{words().here}</p></div>
}
