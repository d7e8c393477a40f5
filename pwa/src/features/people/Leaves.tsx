/** When somebody is away: noted without a reason, and withdrawn when it was a mistake. */
import { useState } from 'preact/hooks'
import { asApiError, request } from '../../api/client'
import type { LedPerson } from '../../api/types'
import { people } from '../../text/people'
import { when } from '../../text/when'
import { Icon } from '../../ui/Icon'
import { sentenceOf } from './Frame'
import { isDay, today } from './logic'

type Props = { person: LedPerson; path: string; changed: (person: LedPerson) => void }

export function Leaves({ person, path, changed }: Props) {
  const t = people()
  const [told, setTold] = useState<string | null>(null)
  const day = (text: string) => when().short(`${text}T12:00:00Z`)

  async function change(work: () => Promise<LedPerson>, done: string): Promise<boolean> {
    setTold(null)
    try {
      changed(await work())
      setTold(done)
      return true
    } catch (caught) {
      setTold(sentenceOf(asApiError(caught)))
      return false
    }
  }
  const withdraw = (id: string) =>
    change(() => request<LedPerson>(`${path}/leaves/${encodeURIComponent(id)}`, { method: 'DELETE' }), t.done.withdraw)
  const add = (starts_on: string, ends_on: string) =>
    change(() => request<LedPerson>(`${path}/leaves`, { method: 'POST', body: { starts_on, ends_on } }), t.done.leave)

  return (
    <section class="stack" aria-labelledby="leaves">
      <h2 id="leaves">{t.leaves}</h2>
      <p class="sm dim">{t.leavesWhy}</p>
      <div class="list">
        {person.leaves.length === 0 ? <p class="pad">{t.leavesNone}</p> : (
          <ul>
            {person.leaves.map((one) => {
              const days = t.leave(day(one.starts_on), day(one.ends_on))
              return (
                <li key={one.id} class="row">
                  <Icon name="kal" /><span class="grow">{days}</span>
                  <button type="button" class="btn s slim" aria-label={t.withdrawNamed(days)} onClick={() => void withdraw(one.id)}>{t.withdraw}</button>
                </li>
              )
            })}
          </ul>
        )}
        <Add add={add} />
      </div>
      <p class="sm told" role="status">{told}</p>
    </section>
  )
}

function Add({ add }: { add: (from: string, to: string) => Promise<boolean> }) {
  const t = people()
  const [from, setFrom] = useState(today(new Date()))
  const [to, setTo] = useState(today(new Date()))
  const [wrong, setWrong] = useState(false)

  async function submit(event: Event) {
    event.preventDefault()
    const fits = isDay(from) && isDay(to) && from <= to
    setWrong(!fits)
    if (fits) await add(from, to)
  }
  const field = (value: string, set: (day: string) => void) => ({
    class: 'inp', type: 'date' as const, value, required: true, onInput: (event: Event) => set((event.currentTarget as HTMLInputElement).value),
  })
  return (
    <details class="pad">
      <summary>{t.leaveAdd}<Icon name="ned" small turns /></summary>
      <form class="stack" onSubmit={(event) => void submit(event)} noValidate>
        <div class="days">
          <label class="field"><span>{t.firstDay}</span><input {...field(from, setFrom)} /></label>
          <label class="field"><span>{t.lastDay}</span><input {...field(to, setTo)} min={from} aria-invalid={wrong} aria-describedby={wrong ? 'days-wrong' : undefined} /></label>
        </div>
        {wrong && <p id="days-wrong" class="wrong" role="alert">{t.faults.ends_on}</p>}
        <button type="submit" class="btn s">{t.save}</button>
      </form>
    </details>
  )
}
