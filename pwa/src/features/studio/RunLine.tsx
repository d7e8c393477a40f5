/** One run: when, for whom, how many, and the way to take it back while nothing is open. */
import { useState } from 'preact/hooks'
import { asApiError, request } from '../../api/client'
import type { Run } from '../../api/types'
import { studio } from '../../text/studio'
import { Icon } from '../../ui/Icon'
import { Change } from './Change'
import { audienceOf, spanOf } from './words'

const LOOKS = { running: 'chip g', planned: 'chip b', over: 'chip', cancelled: 'chip w' } as const
const ICONS = { running: 'flag', planned: 'klokke', over: 'ok', cancelled: 'x' } as const

export function RunLine({ run, changed }: { run: Run; changed: () => void }) {
  const t = studio()
  const kinds = [t.enrolling[run.enrolling as 'audience' | 'opt_in'], run.mandatory ? t.mandatory : t.voluntary]
  if (run.teasers.length > 0) kinds.push(t.teasersCounted(run.teasers.length))
  return (
    <li class="pad stack">
      <div class="rowx">
        <strong class="grow">{spanOf(run)}</strong>
        <span class={LOOKS[run.state]}><Icon name={ICONS[run.state]} />{t.states[run.state]}</span>
      </div>
      <p class="sm dim tight">{audienceOf(run)} · {t.enrolled(run.enrolled)}</p>
      <p class="sm dim tight">{kinds.join(' · ')}</p>
      {run.pretest && <Change run={run.id} />}
      {run.may_cancel && <Cancel run={run} changed={changed} />}
    </li>
  )
}

function Cancel({ run, changed }: { run: Run; changed: () => void }) {
  const t = studio()
  const [state, setState] = useState<'ready' | 'asking' | 'busy' | 'open' | 'failed'>('ready')

  async function cancel() {
    setState('busy')
    try {
      await request(`/studio/runs/${run.id}/cancel`, { method: 'POST' })
      changed()
    } catch (caught) {
      setState(asApiError(caught).code === 'already_open' ? 'open' : 'failed')
    }
  }

  if (state === 'ready') return <button type="button" class="btn s" onClick={() => setState('asking')}>{t.cancel}</button>
  return (
    <div class="stack" role="alert">
      <p class="sm"><strong>{state === 'open' ? t.cancelLate : t.cancelSure}</strong></p>
      {state === 'failed' && <p class="wrong">{t.notDone}</p>}
      {state !== 'open' && (
        <button type="button" class="btn s" aria-disabled={state === 'busy'} onClick={() => void cancel()}>{t.cancelYes}</button>
      )}
      <button type="button" class="btn t" onClick={() => setState('ready')}>{t.cancelNo}</button>
    </div>
  )
}
