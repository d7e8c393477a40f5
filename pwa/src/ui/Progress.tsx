/** How far one has come, as a ring, a bar, and a row of punches. The words stand beside them. */
import { Punch } from './Icon'

/** The ring on I dag. */
export function Ring({ done, total, label }: { done: number; total: number; label: string }) {
  const share = total > 0 ? Math.round((100 * done) / total) : 0
  return (
    <svg class="ring" viewBox="0 0 64 64" role="img" aria-label={label}>
      <circle cx="32" cy="32" r="27" />
      {share > 0 && <circle class="f" cx="32" cy="32" r="27" pathLength={100} stroke-dasharray={`${share} 100`} />}
      <text x="32" y="38.5">{`${done}/${total}`}</text>
    </svg>
  )
}

/** A bar whose figure stands in words beside it. `share` in 0..1. */
export function Bar({ share }: { share: number }) {
  const width = `${Math.round(100 * Math.min(1, Math.max(0, share)))}%`
  return <span class="bar two" style={{ '--v': width }} aria-hidden="true"><i /></span>
}

/** The start card in small. */
export function Punches({ done, total, label }: { done: number; total: number; label: string }) {
  return (
    <span class="mini" role="img" aria-label={label}>
      {Array.from({ length: total }, (_, index) => <i key={index}>{index < done && <Punch number={index + 1} />}</i>)}
    </span>
  )
}
