/** Attempts that cannot be right: left as they are, or their points taken back with a reason. Never whose they are. */
import { useRef, useState } from 'preact/hooks'
import { asApiError, request } from '../../../api/client'
import type { OddPlay, Page } from '../../../api/types'
import { fair } from '../../../text/fair'
import { shell } from '../../../text/shell'
import { statistics } from '../../../text/statistics'
import { when } from '../../../text/when'
import { Message } from '../../../ui/States'
import { Absent, Pages, useAnswer } from '../asking'
import { Frame } from '../Frame'
import './statistics.css'

export default function OddPlays() {
  const t = fair()
  const [number, setNumber] = useState(1)
  const asked = useAnswer<Page<OddPlay>>(`/studio/odd-plays?page=${number}`)
  const page = asked.data
  return (
    <Frame on="statistics" title={t.odd} back={{ to: '/studio/statistikk', label: statistics().title }}>
      <p class="dim">{t.oddWhy}</p>
      {!page || asked.error ? <Absent asked={asked} />
        : page.total === 0 ? <Message icon="skjold" title={t.oddNone} why={t.oddNoneWhy} />
        : <ul class="list">{page.items.map((odd) => <Row key={odd.id} odd={odd} onSettled={asked.again} />)}</ul>}
      {page && <Pages page={page} label={t.pages} turnTo={setNumber} />}
    </Frame>
  )
}

function Row({ odd, onSettled }: { odd: OddPlay; onSettled: () => void }) {
  const t = fair()
  const [state, setState] = useState<'ready' | 'asking' | 'busy' | { wrong: string }>('ready')
  const [reason, setReason] = useState<string>(t.reasons[odd.kind])
  const [lacks, setLacks] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  async function settle(takeBack: boolean) {
    setLacks(takeBack && !reason.trim())
    if (takeBack && !reason.trim()) return input.current?.focus()
    setState('busy')
    try {
      await request(`/studio/odd-plays/${odd.id}/settle`, { method: 'POST', body: { take_back: takeBack, reason: takeBack ? reason.trim() : '' } })
      onSettled()
    } catch (caught) {
      setState({ wrong: asApiError(caught).kind === 'network' ? t.offline : t.failed })
    }
  }
  const takenBack = (event: SubmitEvent) => {
    event.preventDefault()
    void settle(true)
  }
  return (
    <li class="stat-row">
      <div class="stat-about stack tight">
        <h2>{odd.module}</h2>
        <p class="sm"><span class="chip w">{t.oddKinds[odd.kind]}</span> <span class="dim">{t.on(when().day(odd.day), shell().points(odd.points))}</span></p>
        {odd.settled && <p><span class="chip">{t.settled[odd.settled]}</span></p>}
        {state === 'asking' && (
          <form class="stack tight" noValidate onSubmit={takenBack}>
            <label class="field">
              <span>{t.reason}</span>
              <input ref={input} class="inp" maxLength={200} value={reason} aria-invalid={lacks} aria-describedby={`lacks-${odd.id}`} onInput={(event) => setReason(event.currentTarget.value)} />
            </label>
            <p class="wrong" id={`lacks-${odd.id}`} hidden={!lacks}>{t.reasonLacks}</p>
            <div class="stat-acts">
              <button type="submit" class="btn s slim">{t.takeBack}</button>
              <button type="button" class="btn t slim" onClick={() => setState('ready')}>{t.cancel}</button>
            </div>
          </form>
        )}
        {typeof state === 'object' && <p class="wrong" role="alert">{state.wrong}</p>}
        {!odd.settled && state !== 'asking' && (
          <div class="stat-acts">
            <button type="button" class="btn s slim" disabled={state === 'busy'} aria-label={t.of(t.stand, odd.module)} onClick={() => void settle(false)}>{t.stand}</button>
            {odd.points > 0 && <button type="button" class="btn t slim" disabled={state === 'busy'} aria-label={t.of(t.takeBack, odd.module)} onClick={() => setState('asking')}>{t.takeBack}</button>}
          </div>
        )}
      </div>
    </li>
  )
}
