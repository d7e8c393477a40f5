/** Veggskjermer: those that show something, and putting up another. */
import { useEffect, useRef, useState } from 'preact/hooks'
import * as answers from '../../answers'
import { asApiError, request } from '../../api/client'
import type { NewWall, Page, Wall } from '../../api/types'
import { arranges } from '../../session'
import { competitions } from '../../text/competitions'
import { walls } from '../../text/walls'
import { Icon } from '../../ui/Icon'
import { Screen } from '../../ui/Screen'
import { Missing, Skeleton } from '../../ui/States'
import { Title } from '../../ui/Title'

const sentence = (caught: unknown): string => (asApiError(caught).kind === 'network' ? walls().offline : walls().failed)

export default function Walls() {
  const t = walls()
  const [items, setItems] = useState<Wall[] | null>(null)
  const [told, setTold] = useState<string | null>(null)
  const load = () => void request<Page<Wall>>('/walls').then(({ items }) => setItems(items), (caught: unknown) => setTold(sentence(caught)))
  useEffect(() => {
    load()
    void answers.competitions.refresh()
  }, [])
  if (!arranges.value) return <Missing />
  async function revoke({ id, name }: Wall) {
    try {
      await request(`/walls/${id}/revoke`, { method: 'POST' })
      setTold(t.revoked(name))
      load()
    } catch (caught) {
      setTold(sentence(caught))
    }
  }
  const header = (
    <header class="top in roomy">
      <a class="icon" href="/lag" aria-label={competitions().toBoard}><Icon name="v" /></a>
      <div class="grow"><Title page={t.title}>{t.title}</Title></div>
    </header>
  )
  return (
    <Screen tab="team" header={header}>
      <p class="dim">{t.why}</p>
      <p role="status" class="sm" hidden={!told}>{told}</p>
      {!items && !told && <Skeleton />}
      {items?.length === 0 && <p>{t.none}</p>}
      {items && items.length > 0 && (
        <ul class="list">
          {items.map((wall) => (
            <li key={wall.id} class="row">
              <span class="grow"><strong class="two">{wall.name}</strong><span class="sm dim">{t.showing(wall.competition ?? t.week)}</span></span>
              <button type="button" class="btn s slim" aria-label={t.revokeOf(wall.name)} onClick={() => void revoke(wall)}>{t.revoke}</button>
            </li>
          ))}
        </ul>
      )}
      <NewOne onMade={load} />
    </Screen>
  )
}

function NewOne({ onMade }: { onMade: () => void }) {
  const t = walls()
  const [name, setName] = useState('')
  const [shows, setShows] = useState('')
  const [lacks, setLacks] = useState(false)
  const [state, setState] = useState<'ready' | 'busy' | { wrong: string } | { made: NewWall; copied: boolean }>('ready')
  const input = useRef<HTMLInputElement>(null)
  const racing = answers.competitions.state.value.data?.items ?? []
  async function make(event: Event) {
    event.preventDefault()
    if (state === 'busy') return
    setLacks(!name.trim())
    if (!name.trim()) return input.current?.focus()
    setState('busy')
    try {
      const made = await request<NewWall>(`/walls/${crypto.randomUUID()}`, { method: 'PUT', body: { name: name.trim(), competition: shows || null } })
      setState({ made, copied: false })
      setName('')
      onMade()
    } catch (caught) {
      setState({ wrong: sentence(caught) })
    }
  }
  return (
    <form class="card stack" noValidate onSubmit={(event) => void make(event)}>
      <label class="field">
        <span>{t.name}</span>
        <input ref={input} class="inp" maxLength={80} value={name} aria-invalid={lacks} aria-describedby="wall-lacks" onInput={(event) => setName(event.currentTarget.value)} />
      </label>
      <p class="wrong" id="wall-lacks" hidden={!lacks}>{t.nameLacks}</p>
      <label class="field">
        <span>{t.shows}</span>
        <select class="inp" value={shows} onChange={(event) => setShows(event.currentTarget.value)}>
          <option value="">{t.week}</option>
          {racing.map((each) => <option key={each.id} value={each.id}>{each.name}</option>)}
        </select>
      </label>
      <button type="submit" class="btn" disabled={state === 'busy'}>{t.make}</button>
      {typeof state === 'object' && 'wrong' in state && <p class="wrong" role="alert">{state.wrong}</p>}
      {typeof state === 'object' && 'made' in state && (
        <div class="stack" role="status">
          <p>{t.made}</p>
          <a class="formula" href={state.made.address} target="_blank" rel="noreferrer" aria-label={`${t.address}: ${state.made.name}`}>{state.made.address}</a>
          <button type="button" class="btn s" onClick={() => void navigator.clipboard.writeText(state.made.address).then(() => setState({ ...state, copied: true }), () => undefined)}>{state.copied ? t.copied : t.copy}</button>
        </div>
      )}
    </form>
  )
}
