/** Where somebody works, how much, and the end of it. */
import { useState } from 'preact/hooks'
import { asApiError, request } from '../../api/client'
import type { LedPerson } from '../../api/types'
import { people } from '../../text/people'
import { when } from '../../text/when'
import { Icon } from '../../ui/Icon'
import { sentenceOf } from './Frame'
import { faultsSaid, isDay, percentOf, today } from './logic'

type Membership = LedPerson['memberships'][number]
type Props = { person: LedPerson; path: string; ended: () => void }

export function Memberships({ person, path, ended }: Props) {
  const t = people()
  return (
    <section class="stack" aria-labelledby="memberships">
      <h2 id="memberships">{t.memberships}</h2>
      <ul class="list">
        {person.memberships.map((one) => <One key={one.id} one={one} path={path} ended={ended} />)}
      </ul>
    </section>
  )
}

function One({ one, path, ended }: { one: Membership; path: string; ended: () => void }) {
  const t = people()
  const day = (text: string) => when().short(`${text}T12:00:00Z`)
  const span = [t.share(percentOf(one.share)), ...(one.starts_on > today(new Date()) ? [t.since(day(one.starts_on))] : []), ...(one.ends_on ? [t.until(day(one.ends_on))] : [])]
  return (
    <li class="pad">
      <p><strong>{one.name}</strong><span class="two sm dim">{span.join(' · ')}</span></p>
      {one.mine && <End one={one} path={path} ended={ended} />}
    </li>
  )
}

function End({ one, path, ended }: { one: Membership; path: string; ended: () => void }) {
  const t = people()
  const [lastDay, setLastDay] = useState(one.ends_on ?? today(new Date()))
  const [wrong, setWrong] = useState<string | null>(null)

  async function submit(event: Event) {
    event.preventDefault()
    if (!isDay(lastDay) || lastDay < one.starts_on) return setWrong(t.faults.last_day)
    setWrong(null)
    try {
      await request(`${path}/memberships/${encodeURIComponent(one.id)}/end`, { method: 'POST', body: { last_day: lastDay } })
      ended()
    } catch (caught) {
      const error = asApiError(caught)
      setWrong(faultsSaid(error).includes('last_day') ? t.faults.last_day : sentenceOf(error))
    }
  }

  return (
    <details>
      <summary aria-label={t.endNamed(one.name)}>{t.end}<Icon name="ned" small turns /></summary>
      <form class="stack" onSubmit={(event) => void submit(event)} noValidate>
        <p class="sm dim">{t.endWhy}</p>
        <label class="field">
          <span>{t.lastDay}</span>
          <input
            class="inp" type="date" value={lastDay} min={one.starts_on} required aria-invalid={wrong !== null}
            onInput={(event) => setLastDay(event.currentTarget.value)}
          />
        </label>
        {wrong && <p class="wrong" role="alert">{wrong}</p>}
        <button type="submit" class="btn s">{t.endDo}</button>
      </form>
    </details>
  )
}
