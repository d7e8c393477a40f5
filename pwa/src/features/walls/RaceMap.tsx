/** The race as a map: how far along the course each department is, by its number on the list. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { WallBoard } from '../../api/types'
import { walls } from '../../text/walls'
import { percent } from '../standings/logic'
import { language } from '../../text'

const COURSE = 'M150 560C250 610 330 500 430 480C550 456 600 560 710 520C830 470 750 370 620 352C480 334 440 250 560 200C680 150 780 240 850 150'
const LAND = ['M0 250 150 150 240 200 420 80 560 190 680 130 800 220 1000 90V640H0z', 'M0 340C220 280 420 330 620 280S880 200 1000 240V640H0z', 'M0 460C260 400 480 480 720 420S920 360 1000 390V640H0z']

type Row = WallBoard['rows'][number]
type Mark = { row: Row; x: number; y: number }

export function RaceMap({ rows }: { rows: readonly Row[] }) {
  const t = walls()
  const course = useRef<SVGPathElement>(null)
  const [marks, setMarks] = useState<Mark[]>([])
  useLayoutEffect(() => {
    const path = course.current
    if (!path) return
    const length = path.getTotalLength()
    setMarks(rows.map((row) => ({ row, x: path.getPointAtLength(length * row.score).x, y: path.getPointAtLength(length * row.score).y })))
  }, [rows])
  const told = t.map(rows.map(({ name, score }) => t.place(name, percent(score, language.value))).join(', '))
  return (
    <svg class="wall-map" viewBox="0 0 1000 640" preserveAspectRatio="xMidYMid slice" role="img" aria-label={told}>
      {LAND.map((d, index) => <path key={d} class={`wall-land-${index}`} d={d} />)}
      <path class="wall-course-edge" d={COURSE} />
      <path ref={course} class="wall-course" d={COURSE} />
      <path class="wall-start" d="M150 524l34 60h-68z" />
      <circle class="wall-goal" cx="850" cy="150" r="32" /><circle class="wall-goal" cx="850" cy="150" r="16" />
      {[...marks].reverse().map(({ row, x, y }) => (
        <g key={row.department} class={row.rank === 1 ? 'wall-mark first' : 'wall-mark'} style={{ transform: `translate(${x}px, ${y}px)` }}>
          <circle r="25" /><text y="9" text-anchor="middle">{row.rank}</text>
        </g>
      ))}
    </svg>
  )
}
