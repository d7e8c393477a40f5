/** Heia på laget: what the department was sent this week, and a kind word to send. */
import { useRef, useState } from 'preact/hooks'
import * as answers from '../../answers'
import { asApiError, request } from '../../api/client'
import type { Cheers as Told, LatestCheer } from '../../api/types'
import { together } from '../../text/together'
import { Dialog } from '../../ui/Dialog'
import { Icon, type IconName } from '../../ui/Icon'
import { cheerable } from './logic'

type Word = LatestCheer['cheer']
const DRAWN: Record<Word, IconName> = { go: 'flag', thanks: 'hjerte', well_done: 'merke', together: 'lag' }

export function Cheers() {
  const t = together()
  const told = answers.cheers.state.value.data
  const [sending, setSending] = useState(false)
  const [sent, setSent] = useState<string | null>(null)
  if (!told) return null
  return (
    <section class="card stack" aria-labelledby="cheers">
      <h2 id="cheers">{t.cheers}</h2>
      {told.counts.length === 0 && <p class="sm dim tight">{t.cheersNone}</p>}
      {told.counts.length > 0 && (
        <p class="cheered">{told.counts.map(({ cheer, count }) => <span key={cheer} class="chip l"><Icon name={DRAWN[cheer]} />{t.count(t.words[cheer], count)}</span>)}</p>
      )}
      {told.latest.map((each) => <p key={each.at + each.from} class="sm tight"><strong>{t.words[each.cheer]}</strong> <span class="dim">{saidBy(each)}</span></p>)}
      <p class="sm" role="status" hidden={!sent}>{sent}</p>
      {told.left === 0 ? <p class="sm dim tight">{t.tomorrow}</p> : (
        <button type="button" class="btn s" onClick={() => setSending(true)}><Icon name="flag" />{t.cheer}</button>
      )}
      {sending && <Send told={told} onClose={() => setSending(false)} onSent={(name) => { setSending(false); setSent(t.sent(name)) }} />}
    </section>
  )
}

function saidBy({ from, leading, to }: LatestCheer): string {
  const { said } = together()
  return said.to(from ? (leading ? said.leader(from) : from) : said.somebody, to)
}

function Send({ told, onClose, onSent }: { told: Told; onClose: () => void; onSent: (name: string) => void }) {
  const t = together()
  const places = cheerable(told, answers.departments.state.value.data?.rows ?? [])
  const [to, setTo] = useState(places.find(({ id }) => !told.cheered.includes(id))?.id ?? '')
  const [word, setWord] = useState<Word>('go')
  const [state, setState] = useState<'ready' | 'busy' | { wrong: string }>('ready')
  const id = useRef(crypto.randomUUID())
  const already = told.cheered.includes(to)
  async function send(event: Event) {
    event.preventDefault()
    if (state === 'busy' || already || !to) return
    setState('busy')
    try {
      answers.cheers.set(await request<Told>(`/cheers/${id.current}`, { method: 'PUT', body: { department: to, cheer: word } }))
      onSent(places.find((each) => each.id === to)?.name ?? '')
    } catch (caught) {
      setState({ wrong: asApiError(caught).kind === 'network' ? t.offline : t.failed })
    }
  }
  return (
    <Dialog title={t.cheer} onClose={onClose}>
      <form class="stack" onSubmit={(event) => void send(event)}>
        <label class="field">
          <span>{t.cheerWhom}</span>
          <select class="inp" value={to} onChange={(event) => setTo(event.currentTarget.value)}>
            {places.map((each) => <option key={each.id} value={each.id}>{each.name}</option>)}
          </select>
        </label>
        <fieldset class="stack tight">
          <legend class="legend">{t.cheerWord}</legend>
          {(Object.keys(DRAWN) as Word[]).map((each) => (
            <label key={each} class="check">
              <input type="radio" name="cheer" checked={word === each} onChange={() => setWord(each)} />
              <span class="rowx"><Icon name={DRAWN[each]} />{t.words[each]}</span>
            </label>
          ))}
        </fieldset>
        <p class="sm dim">{t.named}</p>
        <p class="sm" role="status">{already ? t.already : t.left(told.left)}</p>
        {typeof state === 'object' && <p class="wrong" role="alert">{state.wrong}</p>}
        <div class="rowx">
          <button type="submit" class="btn" disabled={state === 'busy' || already}>{t.send}</button>
          <button type="button" class="btn t" onClick={onClose}>{t.close}</button>
        </div>
      </form>
    </Dialog>
  )
}
