/** The race as a map: how far along the course each department is, by its number on the list. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { COURSE, LAND, type Placed, apart } from './course'
import './race-map.css'

export type Runner = { department: string; rank: number; score: number; mine?: boolean }
type Mark = Placed & { row: Runner }

/** `close`: seen on a phone, so that the marks are larger in it. `label` says in words what it shows. */
export function RaceMap({ rows, label, close = false }: { rows: readonly Runner[]; label: string; close?: boolean }) {
  const course = useRef<SVGPathElement>(null)
  const [marks, setMarks] = useState<Mark[]>([])
  const radius = close ? 42 : 25
  useLayoutEffect(() => {
    const path = course.current
    if (!path) return
    const length = path.getTotalLength()
    const points = rows.map(({ score }) => path.getPointAtLength(length * Math.min(1, score)))
    setMarks(apart(points, radius).map((placed, index) => ({ ...placed, row: rows[index] as Runner })))
  }, [rows, radius])
  return (
    <svg class={close ? 'race-map close' : 'race-map'} viewBox="0 0 1000 640" preserveAspectRatio="xMidYMid slice" role="img" aria-label={label}>
      {LAND.map((d, index) => <path key={d} class={`land-${index}`} d={d} />)}
      <path class="course-edge" d={COURSE} />
      <path ref={course} class="course" d={COURSE} />
      <path class="start" d="M150 524l34 60h-68z" />
      <circle class="goal" cx="850" cy="150" r="32" /><circle class="goal" cx="850" cy="150" r="16" />
      {[...marks].reverse().map(({ row, x, y, lift }) => (
        <g key={row.department} class={row.mine ? 'mark mine' : row.rank === 1 ? 'mark first' : 'mark'} style={{ transform: `translate(${x}px, ${y}px)` }}>
          {lift !== 0 && <path class="stem" d={`M0 0V${lift}`} />}
          <circle r={radius} cy={lift} /><text y={lift + radius * 0.37} text-anchor="middle">{row.rank}</text>
        </g>
      ))}
    </svg>
  )
}
