/** Se dagen til noen: what I dag would show that day to somebody of a department. Nothing is kept, nobody is looked at. */
import { useEffect, useState } from 'preact/hooks'
import type { DaySeen, Department, SeenStage } from '../../../api/types'
import { current } from '../../../session'
import { calendar } from '../../../text/calendar'
import { shell } from '../../../text/shell'
import { studio } from '../../../text/studio'
import { Icon } from '../../../ui/Icon'
import { departments } from '../Audience'
import { Absent, useAnswer } from '../asking'
import { Frame } from '../Frame'
import { dayIn } from '../logic'
import { onTheWall } from './words'

const ROLES = ['leader', 'resource_person', 'editor', 'admin'] as const

export default function Foreseeing() {
  const t = calendar()
  const today = dayIn(current.value?.organisation.time_zone ?? 'Europe/Oslo', new Date())
  const [tree, setTree] = useState<Department[] | 'failed' | null>(null)
  const [asked, setAsked] = useState({ department: '', role: '', day: today, since: today })
  useEffect(() => {
    departments().then(
      (found) => {
        setTree(found)
        setAsked((before) => ({ ...before, department: before.department || (found[0]?.id ?? '') }))
      },
      () => setTree('failed'),
    )
  }, [])
  const set = (part: Partial<typeof asked>) => setAsked({ ...asked, ...part })
  return (
    <Frame on="calendar" title={t.foresee} back={{ to: '/studio/kalender', label: studio().places.calendar }}>
      <p class="sm dim studio-narrow">{t.foreseeWhy}</p>
      {tree === 'failed' ? <p class="wrong" role="alert">{studio().noDepartments}</p> : tree === null ? null : (
        <div class="studio-split">
          <div class="card stack">
            <label class="field">
              <span>{t.department}</span>
              <select class="inp" value={asked.department} onChange={(event) => set({ department: event.currentTarget.value })}>
                {tree.map(({ id, name, depth }) => <option key={id} value={id}>{`${'\u00a0\u00a0'.repeat(depth)}${name}`}</option>)}
              </select>
            </label>
            <label class="field">
              <span>{t.role}</span>
              <select class="inp" value={asked.role} onChange={(event) => set({ role: event.currentTarget.value })}>
                <option value="">{t.noRole}</option>
                {ROLES.map((role) => <option key={role} value={role}>{studio().roles[role]}</option>)}
              </select>
            </label>
            <label class="field"><span>{t.day}</span><input class="inp" type="date" value={asked.day} onChange={(event) => event.currentTarget.value && set({ day: event.currentTarget.value })} /></label>
            <label class="field"><span>{t.since}</span><input class="inp" type="date" value={asked.since} max={asked.day} onChange={(event) => event.currentTarget.value && set({ since: event.currentTarget.value })} /></label>
          </div>
          {asked.department && <Seen {...asked} />}
        </div>
      )}
    </Frame>
  )
}

function Seen({ department, role, day, since }: { department: string; role: string; day: string; since: string }) {
  const t = calendar()
  const query = new URLSearchParams({ department, day, since: since < day ? since : day, ...(role ? { role } : {}) })
  const asked = useAnswer<DaySeen>(`/studio/calendar/as-seen?${query}`)
  const found = asked.data
  if (!found || asked.error) return <Absent asked={asked} />
  return (
    <div class="stack" aria-live="polite">
      <h2>{t.openThen}</h2>
      {found.open.length === 0 ? <p class="card dim">{t.nothingThen}</p> : <List stages={found.open} />}
      {found.coming.length > 0 && <><h2>{t.comingThen}</h2><List stages={found.coming} /></>}
      {found.earlier.length > 0 && <><h2>{t.earlierThen}</h2><List stages={found.earlier} /></>}
      {found.choices.length > 0 && <><h2>{t.choicesThen}</h2><ul class="list">{found.choices.map((title, place) => <li key={place} class="row low">{title}</li>)}</ul></>}
    </div>
  )
}

function List({ stages }: { stages: readonly SeenStage[] }) {
  const t = calendar()
  return (
    <ul class="list">
      {stages.map(({ run, quest, number, title, path, minutes, opens, deadline, mandatory, posts }) => (
        <li key={run + quest} class="row">
          <span class="tile"><Icon name={mandatory ? 'klokke' : 'flag'} /></span>
          <span class="grow">
            <strong>{t.stage(number, title)}</strong>
            <span class="two sm dim">{path} · {shell().minutes(minutes)} · {mandatory ? studio().mandatory : studio().voluntary}</span>
            <span class="two sm dim">{t.opensThen(onTheWall(opens))}{deadline && ` · ${t.due(onTheWall(deadline))}`}</span>
            <span class="two sm">{posts.join(' · ')}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
