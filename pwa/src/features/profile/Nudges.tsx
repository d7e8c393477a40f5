/** Varsler: whether pushes reach this device, a test, and which kinds one wants. */
import { signal } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import { asApiError, request } from '../../api/client'
import type { Switches } from '../../api/types'
import { type Health } from '../../push/health'
import { health, look, turnOff, turnOn } from '../../push'
import { push } from '../../text/push'
import { HomeSteps } from '../../ui/HomeSteps'
import { Icon } from '../../ui/Icon'
import { Check } from './Check'
import { lastShown, shownAfter } from './shown'

type Outcome = keyof ReturnType<typeof push>['outcomes']

/** What became of the last thing asked for here. */
const outcome = signal<Outcome | null>(null)

export function Nudges() {
  const t = push()
  useEffect(() => {
    outcome.value = null
    const again = () => document.visibilityState === 'visible' && void look(true)
    again()
    document.addEventListener('visibilitychange', again)
    return () => document.removeEventListener('visibilitychange', again)
  }, [])
  const now = health.value
  return (
    <section aria-labelledby="nudges" id="varsler">
      <h2 id="nudges" class="nudges-title">{t.title}</h2>
      <ul class="list">
        <li class="pad stack">
          {now ? <Standing now={now} /> : <span class="bone" style={{ height: '48px' }} />}
        </li>
        <Kinds />
      </ul>
      <p class="sm told" role="status">{outcome.value ? t.outcomes[outcome.value] : ''}</p>
    </section>
  )
}

function Standing({ now }: { now: Health }) {
  const t = push()
  const works = now === 'on'
  return (
    <>
      <div class="rowx">
        <span class={works ? 'tile g' : now === 'lost' || now === 'denied' ? 'tile w' : 'tile'}><Icon name="varsel" /></span>
        <p class="grow">
          <strong>{t.states[now]}</strong> {works && <span class="chip g"><Icon name="ok" />{t.on}</span>}
          <span class="two sm dim">{works ? <Last /> : t.whys[now]}</span>
        </p>
      </div>
      {now === 'install' && <><p class="sm dim">{t.installWhy}</p><HomeSteps /></>}
      {(now === 'ask' || now === 'off') && <Act label={t.turnOn} act={connect} />}
      {now === 'lost' && <Act label={t.repair} act={connect} />}
      {works && <Act label={t.test} act={tryIt} />}
      {works && <button type="button" class="btn t" onClick={() => void turnOff()}>{t.turnOff}</button>}
    </>
  )
}

function Last() {
  const t = push()
  useEffect(() => void lastShown.load(), [])
  const at = lastShown.words.value
  return <>{at ? t.last(at) : t.never}</>
}

function Act({ label, act }: { label: string; act: () => Promise<void> }) {
  const [busy, setBusy] = useState(false)
  const run = () => {
    if (busy) return
    setBusy(true)
    outcome.value = null
    void act().finally(() => setBusy(false))
  }
  return <button type="button" class="btn s" aria-disabled={busy} onClick={run}>{busy ? push().testing : label}</button>
}

async function connect(): Promise<void> {
  const found = await turnOn()
  if (found !== 'on') outcome.value = found
}

/** Sends a push and waits for the worker's word that it has been shown. */
async function tryIt(): Promise<void> {
  const shown = shownAfter()
  try {
    const answer = await request<{ outcome: 'sent' | 'gone' | 'again' | 'given_up' }>('/push/test', { method: 'POST' })
    outcome.value = answer.outcome
    if (answer.outcome === 'sent') outcome.value = (await shown) ? 'shown' : 'silent'
  } catch (caught) {
    const error = asApiError(caught)
    outcome.value = error.kind === 'network' ? 'offline' : error.status === 429 ? 'many' : error.code === 'no_subscription' ? 'gone' : 'failed'
  }
  await look(true)
}

const switches = signal<Switches | null>(null)

function Kinds() {
  const t = push()
  useEffect(() => void request<Switches>('/nudges/settings').then((found) => (switches.value = found), () => undefined), [])
  const now = switches.value
  if (!now) return null
  const change = async (part: Partial<Switches>) => {
    outcome.value = null
    try {
      switches.value = await request<Switches>('/nudges/settings', { method: 'PATCH', body: part })
      outcome.value = 'saved'
    } catch (caught) {
      outcome.value = asApiError(caught).kind === 'network' ? 'offline' : 'failed'
    }
  }
  return (
    <>
      {(['quest_opened', 'reminder', 'deadline', 'help'] as const).map((kind) => (
        <li key={kind} class="pad">
          <Check label={t.kinds[kind]} help={t.kindHelp[kind]} checked={now[kind]} onChange={(on) => void change({ [kind]: on })} />
        </li>
      ))}
      <li class="pad"><p class="xs dim">{t.kindsWhy}</p><a class="textlink" href="/innboks">{t.toInbox}</a></li>
    </>
  )
}
