/** The point of a picture that matters most: set by a touch on it, moved by the arrow keys; beside it how it is cropped. */
import { useEffect, useRef } from 'preact/hooks'
import { media } from '../../../text/media'
import { type Focus, focused, share } from '../../../ui/focus'
import { movedBy, pointIn } from './logic'
import { addressOf } from './Thumb'

/** `drawn`: a drawing, which has a shape but no size of its own. */
type Props = { hash: string; alt: string; drawn: boolean; focus: Focus | null; onFocus: (focus: Focus | null) => void }

const percent = (part: number): number => Math.round(100 * part)

export function FocusPoint({ hash, alt, drawn, focus, onFocus }: Props) {
  const t = media()
  const frame = useRef<HTMLDivElement>(null)
  const { x, y } = focus ?? { x: 0.5, y: 0.5 }
  useEffect(() => {
    const shown = frame.current
    const touch = (event: MouseEvent) => {
      // A key on the mark itself is no touch.
      if (event.detail > 0) onFocus(pointIn((shown as HTMLDivElement).getBoundingClientRect(), event.clientX, event.clientY))
    }
    shown?.addEventListener('click', touch)
    return () => shown?.removeEventListener('click', touch)
  })
  const move = (event: KeyboardEvent) => {
    const to = movedBy(focus, event.key, event.shiftKey)
    if (!to) return
    event.preventDefault()
    onFocus(to)
  }
  return (
    <section class="card stack" aria-labelledby="media-focus">
      <h2 id="media-focus">{t.focus}</h2>
      <p class="sm dim" id="media-focus-why">{t.focusWhy}</p>
      <div class={drawn ? 'media-focus drawn' : 'media-focus'} ref={frame}>
        <img src={addressOf(hash, 960)} alt={alt} draggable={false} />
        <button
          type="button" class={focus ? 'media-mark' : 'media-mark unset'} style={{ '--x': share(x), '--y': share(y) }} aria-label={t.focusMove}
          aria-describedby="media-focus-why" onKeyDown={move}
        />
      </div>
      <p class="sm" role="status">{focus ? t.focusAt(percent(x), percent(y)) : t.focusNone}</p>
      <h3 class="sm">{t.cropped}</h3>
      <div class="media-crops" aria-hidden="true">
        <img class="card-crop" src={addressOf(hash, 640)} alt="" style={focused(focus)} />
        <img class="tall-crop" src={addressOf(hash, 640)} alt="" style={focused(focus)} />
      </div>
      {focus && <button type="button" class="btn t slim" onClick={() => onFocus(null)}>{t.focusReset}</button>}
    </section>
  )
}
