/** A screen on the wall: large, no names of people, and as fresh as the phones. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { type ApiError, ask, asApiError } from '../../api/client'
import type { WallBoard } from '../../api/types'
import { language } from '../../text'
import { competitions } from '../../text/competitions'
import { dates } from '../../text/dates'
import { shell } from '../../text/shell'
import { walls } from '../../text/walls'
import { Bar } from '../../ui/Progress'
import { RaceMap } from '../../ui/RaceMap'
import { Message } from '../../ui/States'
import { useGlide } from '../standings/glide'
import { percent } from '../standings/logic'
import { type Field, fieldsOf, headline } from './logic'
import './wall.css'

const EVERY = 10_000
const TURN = 12_000

export default function Wall({ token }: { token: string }) {
  const { board, error } = useBoard(token)
  if (error?.status === 404) return <div class="wall-plain"><Message icon="lag" title={walls().gone} why={walls().goneWhy} /></div>
  if (!board) return <div class="wall-plain" aria-busy={error === null}>{error && <p class="lead">{walls().waiting}</p>}</div>
  return <Shown board={board} stale={error !== null} />
}

/** The board, asked for again and again; what was shown last stays while nobody answers. */
function useBoard(token: string): { board: WallBoard | null; error: ApiError | null } {
  const [board, setBoard] = useState<WallBoard | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  useEffect(() => {
    let etag: string | null = null
    let wanted = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async () => {
      try {
        const answer = await ask<WallBoard>(`/wall/${encodeURIComponent(token)}`, { etag, anonymous: true })
        if (!wanted) return
        setError(null)
        if (answer !== 'not_modified') {
          etag = answer.etag
          language.value = answer.data.language
          setBoard(answer.data)
        }
      } catch (caught) {
        if (wanted) setError(asApiError(caught))
      }
      if (wanted) timer = setTimeout(() => void look(), EVERY)
    }
    void look()
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [token])
  return { board, error }
}

function Shown({ board, stale }: { board: WallBoard; stale: boolean }) {
  const [t, c] = [walls(), competitions()]
  const fields = fieldsOf(board.rows)
  const [page, setPage] = usePages(fields.length)
  const shown = fields[page]
  const when = dates(language.value, board.time_zone)
  const below = board.name === null ? null : board.state === 'closed' ? c.told.closed : board.state === 'planned' ? null
    : board.state === 'running' ? c.told.running(when.moment(new Date(Date.parse(board.ends_at) - 60_000).toISOString(), new Date()))
    : c.told[board.state === 'frozen' ? 'frozen' : 'ended'](when.moment(board.closes_at ?? board.ends_at, new Date()))
  return (
    <main class="wall">
      <header class="wall-head">
        <p class="dim">{board.name ?? t.weekTitle(board.organisation, shell().week(board.week.week))}</p>
        <h1>{shown ? headline(shown, board.state) : board.organisation}</h1>
      </header>
      {shown && <RaceMap rows={shown.rows} label={inWords(shown)} />}
      {shown && <Places field={shown} column={c.rules[board.rule].column} many={fields.length} at={board.updated_at} />}
      <footer class="wall-foot">
        <div class="grow">
          {below && <p>{below}</p>}
          {board.prize && <p><span class="dim">{c.prize}</span> <strong>{board.prize}</strong></p>}
          <p class="xs dim">{t.how}{board.updated_at && ` ${t.asOf(when.moment(board.updated_at, new Date()))}.`}{stale && ` ${t.waiting}`}</p>
        </div>
        {fields.length > 1 && <Turning page={page} pages={fields.length} turn={setPage} />}
      </footer>
    </main>
  )
}

function inWords({ rows }: Field): string {
  const t = walls()
  return t.map(rows.map(({ name, score }) => t.place(name, percent(score, language.value))).join(', '))
}

/** Class by class, some seconds each. */
function usePages(pages: number): [number, (page: number | ((before: number) => number)) => void] {
  const [page, setPage] = useState(0)
  return [pages === 0 ? 0 : page % pages, setPage]
}

function Turning({ page, pages, turn }: { page: number; pages: number; turn: (page: (before: number) => number) => void }) {
  const t = walls()
  const [paused, setPaused] = useState(false)
  useEffect(() => {
    if (paused) return
    const timer = setInterval(() => turn((before) => before + 1), TURN)
    return () => clearInterval(timer)
  }, [paused, pages])
  return (
    <p class="rowx">
      <span class="sm">{t.page(page + 1, pages)}</span>
      <button type="button" class="btn s slim" onClick={() => setPaused(!paused)}>{paused ? t.resume : t.pause}</button>
    </p>
  )
}

function Places({ field, column, many, at }: { field: Field; column: string; many: number; at: string | null }) {
  const t = walls()
  const list = useRef<HTMLOListElement>(null)
  useGlide(list, field.rows.map(({ department }) => department))
  return (
    <section class="wall-list" aria-label={column} data-at={at}>
      {many > 1 && <h2>{field.title}</h2>}
      <ol ref={list}>
        {field.rows.map((row) => (
          <li key={row.department} data-row={row.department} class={row.rank === 1 ? 'first' : undefined}>
            <b class="num">{row.rank}</b>
            <span class="grow"><span class="wall-name">{row.name}{row.organisation && <span class="xs dim"> {row.organisation}</span>}</span><Bar share={row.score} /></span>
            <span class="wall-score"><b class="num">{percent(row.score, language.value)}</b><span class="xs dim">{t.members(row.members)}</span></span>
          </li>
        ))}
      </ol>
    </section>
  )
}
