/** What people want to reach together, as thermometers. */
import * as answers from '../../answers'
import type { SharedGoal } from '../../api/types'
import { arranges } from '../../session'
import { language } from '../../text'
import { together } from '../../text/together'
import { when } from '../../text/when'
import { Icon } from '../../ui/Icon'
import { CalledOff } from './CalledOff'
import { lasting } from './lasting'
import { figure } from './logic'
import './goals.css'

export function Goals() {
  const t = together()
  const items = answers.goals.state.value.data?.items ?? []
  if (items.length === 0 && !arranges.value) return null
  return (
    <>
      {items.map((goal) => <Goal key={goal.id} goal={goal} />)}
      {arranges.value && <a class="btn s" href="/lag/mal"><Icon name="pluss" small />{t.newGoal}</a>}
    </>
  )
}

function Goal({ goal }: { goal: SharedGoal }) {
  const t = together()
  const { id, department, reached, target, state, promise, starts_at, counted_at, reached_at, may_cancel } = goal
  const [now, most] = [figure(reached, language.value), figure(target, language.value)]
  return (
    <section class="card stack" aria-labelledby={id}>
      <div class="goal">
        <Thermometer share={reached / target} label={t.filled(now, most)} />
        <div class="grow stack tight">
          <p class="sm dim">{t.whose(department?.name ?? null)}</p>
          <h2 id={id}>{t.toward(most)}</h2>
          {state === 'planned'
            ? <p>{t.starts(when().moment(starts_at, new Date()))}</p>
            : <p><span class="lead">{now}</span> <span class="dim">{state === 'running' ? t.soFar(lasting(goal).toLowerCase()) : t.over}</span></p>}
          {reached_at && <p><span class="chip g"><Icon name="ok" />{t.reached}</span></p>}
          {promise && <p class="sm">{reached_at ? t.kept(promise) : t.promise(promise)}</p>}
          {counted_at && state === 'running' && <p class="xs dim"><time dateTime={counted_at}>{t.counted(when().moment(counted_at, new Date()))}</time></p>}
        </div>
      </div>
      {may_cancel && (
        <CalledOff path={`/goals/${id}/cancel`} words={{ ask: t.cancel, sure: t.cancelSure, yes: t.cancelYes, no: t.cancelNo, offline: t.offline, failed: t.failed }} onDone={() => answers.goals.refresh()} />
      )}
    </section>
  )
}

const [TOP, BULB] = [14, 92]

/** How far it has come; the words stand beside it. */
function Thermometer({ share, label }: { share: number; label: string }) {
  const y = BULB - (BULB - TOP) * Math.min(1, share)
  return (
    <svg class="thermometer" viewBox="0 0 44 112" role="img" aria-label={label}>
      <rect class="tube" x="14" y="3" width="16" height="86" rx="8" />
      <path class="mercury" d={`M16 ${y}h12V92H16z`} />
      <circle class="mercury" cx="22" cy="95" r="14" />
      <rect class="glass" x="14" y="3" width="16" height="86" rx="8" />
      <path class="glass" d="M33 14h7M33 36h4M33 58h4M33 80h4" />
    </svg>
  )
}
