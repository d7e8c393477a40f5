/** The team a person picks themselves, or is drawn into; and leaving it again. */
import { useState } from 'preact/hooks'
import * as answers from '../../answers'
import { asApiError, request } from '../../api/client'
import type { Competition } from '../../api/types'
import { competitions } from '../../text/competitions'
import { when } from '../../text/when'
import { Icon } from '../../ui/Icon'
import { CalledOff } from './CalledOff'

type Props = { competition: Competition; joining: NonNullable<Competition['joining']>; onDone: () => Promise<void> }

export function Picking({ competition, joining, onDone }: Props) {
  const t = competitions()
  const p = t.picking
  const [state, setState] = useState<'ready' | 'busy' | { wrong: string }>('ready')
  const path = `/competitions/${competition.id}/team`
  const mine = joining.teams.find(({ id }) => id === joining.mine)
  const open = joining.may_join || joining.may_change
  if (!open && !mine) return null
  async function pick(team: string | null) {
    setState('busy')
    try {
      await request(path, { method: 'PUT', body: { team } })
      await done()
      setState('ready')
    } catch (caught) {
      setState({ wrong: asApiError(caught).kind === 'network' ? t.offline : t.failed })
    }
  }
  async function done() {
    await Promise.all([onDone(), answers.competitions.refresh()])
    // What was pressed is gone, and after leaving for good all of this.
    requestAnimationFrame(() => (document.getElementById('picking') ?? document.querySelector('h1'))?.focus())
  }
  return (
    <section class="card stack" aria-labelledby="picking">
      <h2 id="picking" tabIndex={-1}>{mine ? p.mine(mine.name) : p.title}</h2>
      {joining.may_join && <p class="sm dim">{p.why(lastDay(joining.until))}</p>}
      {mine && competition.state !== 'closed' && <p class="sm dim">{joining.may_change ? p.change : p.stay}</p>}
      {open && (
        <ul class="list">
          {joining.teams.map((team) => (
            <li key={team.id}>
              <button type="button" class="row" aria-pressed={team.id === joining.mine} disabled={state === 'busy'} onClick={() => void pick(team.id)}>
                <span class="grow"><strong class="two">{team.name}</strong><span class="sm dim">{p.members(team.members)}</span></span>
                {team.id === joining.mine && <Icon name="ok" />}
              </button>
            </li>
          ))}
        </ul>
      )}
      {joining.may_join && <button type="button" class="btn s" disabled={state === 'busy'} onClick={() => void pick(null)}>{p.draw}</button>}
      {typeof state === 'object' && <p class="wrong" role="alert">{state.wrong}</p>}
      {mine && competition.state !== 'closed' && (
        <CalledOff path={path} method="DELETE" words={{ ask: p.quit, sure: p.quitSure, yes: p.quitYes, no: p.quitNo, offline: t.offline, failed: t.failed }} onDone={done} />
      )}
    </section>
  )
}

/** The day before the moment at which it is over. */
function lastDay(until: string): string {
  return when().day(new Date(Date.parse(until) - 60_000).toISOString())
}
