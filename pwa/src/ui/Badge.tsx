/** A badge as a drawing beside its name; it says nothing by itself. `ahead`: not earned yet. */
import { DRAWINGS, GROUND, RIDGE } from './badges'
import './badge.css'

export function Badge({ drawing, ahead = false }: { drawing: string; ahead?: boolean }) {
  const found = DRAWINGS[drawing]
  if (!found) return null
  return (
    <svg class={ahead ? 'badge ahead' : 'badge'} viewBox="0 0 64 64" aria-hidden="true">
      <path d={GROUND} fill={found.ground} />
      <path d={RIDGE} class="badge-ridge" />
      {found.shapes.map(([paint, d]) => <path key={d} class={`badge-${paint}`} d={d} />)}
    </svg>
  )
}
