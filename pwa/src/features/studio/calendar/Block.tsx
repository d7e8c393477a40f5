/** A stage that is not open: dragged by the mouse, lifted by Enter and moved by arrow keys, or opened to be changed. */
import { useRef } from 'preact/hooks'
import type { CalendarCell, CalendarRow } from '../../../api/types'
import { calendar } from '../../../text/calendar'
import { shell } from '../../../text/shell'
import { studio } from '../../../text/studio'
import { Icon } from '../../../ui/Icon'
import { aimed, neighbour } from './season'
import { onTheWall } from './words'

/** A block on its way: from which week to which. */
export type Lifted = { run: string; quest: string; number: number; title: string; from: string; target: string; dragged: boolean }

type Props = {
  row: CalendarRow
  cell: CalendarCell
  rows: readonly CalendarRow[]
  weeks: readonly string[]
  now: string
  wrong: boolean
  lifted: Lifted | null
  lift: (lifted: Lifted | null) => void
  choose: () => void
  move: (run: string, quest: string, week: string) => void
}

/** So far the pointer goes before it drags. */
const SLACK = 6

export function Block({ row, cell, rows, weeks, now, wrong, lifted, lift, choose, move }: Props) {
  const t = calendar()
  const run = row.run.id
  const pressed = useRef<{ x: number; y: number } | null>(null)
  const dragged = useRef(false)
  const mine = lifted?.run === run && lifted.quest === cell.quest ? lifted : null
  const fresh = (target: string, byMouse: boolean): Lifted =>
    ({ run, quest: cell.quest, number: cell.number, title: cell.title, from: cell.week, target, dragged: byMouse })

  function drop(target: string) {
    lift(null)
    if (target !== cell.week) move(run, cell.quest, target)
  }

  function clicked(event: MouseEvent) {
    if (dragged.current) {
      dragged.current = false
      return
    }
    if (event.detail > 0) return choose()
    if (!mine) return lift(fresh(cell.week, false))
    if (mine.target === cell.week) {
      lift(null)
      return choose()
    }
    drop(mine.target)
  }

  function pressedKey(event: KeyboardEvent) {
    if (event.key === 'Escape' && mine) {
      event.preventDefault()
      return lift(null)
    }
    if (!event.key.startsWith('Arrow')) return
    event.preventDefault()
    if (mine) {
      if (event.key === 'ArrowLeft') lift({ ...mine, target: aimed(mine.target, -1, weeks, now) })
      if (event.key === 'ArrowRight') lift({ ...mine, target: aimed(mine.target, 1, weeks, now) })
      return
    }
    const next = neighbour(rows, run, cell.quest, event.key)
    if (next) document.querySelector<HTMLElement>(`[data-run="${next.run}"][data-quest="${next.quest}"]`)?.focus()
  }

  function pulled(event: PointerEvent) {
    const from = pressed.current
    if (!from || Math.hypot(event.clientX - from.x, event.clientY - from.y) < SLACK) return
    dragged.current = true
    const under = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-week]')
    const week = under?.dataset.row === run ? under.dataset.week : undefined
    lift(fresh(week !== undefined && week >= now ? week : cell.week, true))
  }

  const due = cell.deadline ? `, ${t.due(onTheWall(cell.deadline))}` : ''
  return (
    <button
      type="button" data-run={run} data-quest={cell.quest} title={cell.title} aria-pressed={mine !== null}
      class={['studio-cell', 'move', wrong && 'wrong-here', mine && 'lifted'].filter(Boolean).join(' ')}
      onClick={clicked} onKeyDown={pressedKey} onBlur={() => mine && !mine.dragged && lift(null)}
      onPointerDown={(event) => {
        if (event.button !== 0 || event.pointerType === 'touch') return
        pressed.current = { x: event.clientX, y: event.clientY }
        dragged.current = false
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={pulled}
      onPointerUp={() => {
        pressed.current = null
        if (dragged.current) drop(mine?.target ?? cell.week)
      }}
      onPointerCancel={() => {
        pressed.current = null
        lift(null)
      }}
    >
      <Icon name={wrong ? 'uvaer' : 'klokke'} small />{cell.number}
      <span class="sr">{`. ${cell.title}, ${shell().minutes(cell.minutes)}, ${studio().willOpen}, ${onTheWall(cell.opens)}${due}${wrong ? `. ${t.conflict}` : ''}`}</span>
    </button>
  )
}
