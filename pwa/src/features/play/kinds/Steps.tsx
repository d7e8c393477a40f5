/** Steps, one at a time: by button, by keyboard, or with a finger. All of them are one list for a screen reader. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { StepsCard } from '../../../rules/cards'
import { cards } from '../../../text/cards'
import { Icon } from '../../../ui/Icon'
import type { Parts, ToldProps } from '../kinds'
import { Picture } from '../Picture'
import { Prose } from '../Prose'
import './steps.css'

function Steps({ card: { steps }, draft, onDraft }: ToldProps<StepsCard>) {
  const t = cards()
  const track = useRef<HTMLDivElement>(null)
  const begun = steps.findIndex(({ id }) => id === draft)
  const [place, setPlace] = useState(Math.max(begun, 0))
  const stands = (to: number) => {
    setPlace(to)
    onDraft(steps[to]?.id ?? '')
  }
  const scroll = (to: number, behavior?: ScrollBehavior) => {
    const left = to * stride(track.current)
    track.current?.scrollTo(behavior ? { left, behavior } : { left })
  }
  const go = (by: -1 | 1) => {
    const to = place + by
    if (to < 0 || to >= steps.length) return
    stands(to)
    scroll(to)
  }
  // Where one stopped the last time.
  useLayoutEffect(() => scroll(place, 'instant'), [])
  const settle = () => {
    const wide = stride(track.current)
    const to = wide > 0 ? Math.round((track.current?.scrollLeft ?? 0) / wide) : 0
    if (to !== place && to >= 0 && to < steps.length) stands(to)
  }
  return (
    <div class="stack">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys */}
      <div class="steps" ref={track} role="group" aria-label={t.steps} tabIndex={0} onScrollEnd={settle}>
        <ol>
          {steps.map(({ id, text, picture }, i) => (
            <li class="card" key={id} data-step={id}>
              <p class="step-number"><b aria-hidden="true">{i + 1}</b><span class="sr">{t.stepOf(i + 1, steps.length)}</span></p>
              {picture && <Picture picture={picture} />}
              <Prose text={text} />
            </li>
          ))}
        </ol>
      </div>
      <div class="steps-ways">
        <button type="button" class="icon" aria-label={t.earlier} aria-disabled={place === 0} data-way="back" onClick={() => go(-1)}><Icon name="v" /></button>
        <p class="sm" role="status">{t.stepOf(place + 1, steps.length)}</p>
        <button type="button" class="icon" aria-label={t.later} aria-disabled={place === steps.length - 1} data-way="on" onClick={() => go(1)}><Icon name="h" /></button>
      </div>
    </div>
  )
}

/** Pixels from one step to the next. */
function stride(track: HTMLElement | null): number {
  const [first, second] = track?.querySelectorAll('li') ?? []
  return first && second ? second.offsetLeft - first.offsetLeft : 0
}

export default { Told: Steps } satisfies Parts<StepsCard>
