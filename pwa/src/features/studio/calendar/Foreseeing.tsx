/** Se dagen til noen: what I dag would show that day to somebody of a department, or to one person. Nothing is kept. */
import { useEffect, useState } from 'preact/hooks'
import type { DaySeen, Department, SeenStage } from '../../../api/types'
import { current, leads } from '../../../session'
import { calendar } from '../../../text/calendar'
import { shell } from '../../../text/shell'
import { studio } from '../../../text/studio'
import { when } from '../../../text/when'
import { Icon } from '../../../ui/Icon'
import { departments } from '../Audience'
import { Absent, useAnswer } from '../asking'
import { Frame } from '../Frame'
import { dayIn } from '../logic'
import { Radio } from '../Radio'
import { type Person, PersonSearch } from './PersonSearch'
import './calendar.css'
import { onTheWall } from './words'

const ROLES = ['leader', 'resource_person', 'editor', 'admin'] as const

type Asked = { department: string; role: string; day: string; since: string }
type Part = { asked: Asked; set: (part: Partial<Asked>) => void }

export default function Foreseeing() {
  const t = calendar()
  const today = dayIn(current.value?.organisation.time_zone ?? 'Europe/Oslo', new Date())
  const [asked, setAsked] = useState<Asked>({ department: '', role: '', day: today, since: today })
  const [whose, setWhose] = useState<'department' | 'person'>('department')
  const [person, setPerson] = useState<Person | null>(null)
  const set = (part: Partial<Asked>) => setAsked((before) => ({ ...before, ...part }))
  const query = whose === 'department' ? placeIn(asked) : person && { person: person.id, day: asked.day }
  return (
    <Frame on="calendar" title={t.foresee} back={{ to: '/studio/kalender', label: studio().places.calendar }}>
      <p class="sm dim studio-narrow">{t.foreseeWhy}</p>
      <div class="studio-split calendar-day">
        <div class="card stack">
          {leads.value && (
            <fieldset class="stack">
              <legend class="legend">{t.whose}</legend>
              <Radio name="whose" checked={whose === 'department'} label={t.ofDepartment} onChoose={() => setWhose('department')} />
              <Radio name="whose" checked={whose === 'person'} label={t.ofPerson} onChoose={() => setWhose('person')} />
            </fieldset>
          )}
          {whose === 'department' ? <Place asked={asked} set={set} /> : <PersonSearch chosen={person} choose={setPerson} />}
          <label class="field"><span>{t.day}</span><input class="inp" type="date" value={asked.day} onChange={(event) => event.currentTarget.value && set({ day: event.currentTarget.value })} /></label>
        </div>
        {query && <Seen query={new URLSearchParams(query).toString()} />}
      </div>
    </Frame>
  )
}

/** What is asked of a department; null before one is chosen. */
function placeIn({ department, role, day, since }: Asked): Record<string, string> | null {
  return department === '' ? null : { department, day, since: since < day ? since : day, ...(role ? { role } : {}) }
}

function Place({ asked, set }: Part) {
  const t = calendar()
  const [tree, setTree] = useState<Department[] | 'failed' | null>(null)
  useEffect(() => {
    departments().then(
      (found) => {
        setTree(found)
        set({ department: asked.department || (found[0]?.id ?? '') })
      },
      () => setTree('failed'),
    )
  }, [])
  if (tree === 'failed') return <p class="wrong" role="alert">{studio().noDepartments}</p>
  return (
    <>
      <label class="field">
        <span>{t.department}</span>
        <select class="inp" value={asked.department} onChange={(event) => set({ department: event.currentTarget.value })}>
          {tree?.map(({ id, name, depth }) => <option key={id} value={id}>{`${'\u00a0\u00a0'.repeat(depth)}${name}`}</option>)}
        </select>
      </label>
      <label class="field">
        <span>{t.role}</span>
        <select class="inp" value={asked.role} onChange={(event) => set({ role: event.currentTarget.value })}>
          <option value="">{t.noRole}</option>
          {ROLES.map((role) => <option key={role} value={role}>{studio().roles[role]}</option>)}
        </select>
      </label>
      <label class="field"><span>{t.since}</span><input class="inp" type="date" value={asked.since} max={asked.day} onChange={(event) => event.currentTarget.value && set({ since: event.currentTarget.value })} /></label>
    </>
  )
}

function Seen({ query }: { query: string }) {
  const t = calendar()
  const asked = useAnswer<DaySeen>(`/studio/calendar/as-seen?${query}`)
  const found = asked.data
  if (!found || asked.error) return <Absent asked={asked} />
  return (
    <div class="stack" aria-live="polite">
      {found.person && <Facts person={found.person} />}
      <h2>{t.openThen}</h2>
      {found.open.length === 0 ? <p class="card dim">{t.nothingThen}</p> : <List stages={found.open} />}
      {found.coming.length > 0 && <><h2>{t.comingThen}</h2><List stages={found.coming} /></>}
      {found.earlier.length > 0 && <><h2>{t.earlierThen}</h2><List stages={found.earlier} /></>}
      {found.choices.length > 0 && <><h2>{t.choicesThen}</h2><ul class="list">{found.choices.map((title, place) => <li key={place} class="row low">{title}</li>)}</ul></>}
    </div>
  )
}

/** What a person's day is worked out from. */
function Facts({ person: { name, departments: places, roles, since } }: { person: NonNullable<DaySeen['person']> }) {
  const t = calendar()
  const held = roles.map((role) => studio().roles[role] ?? role)
  return (
    <p class="note sm">
      <Icon name="info" small />
      <span>{places.length === 0 ? t.nowhereThen(name) : t.personIs(name, [...places, ...held].join(', '), when().date(since))} {t.notDone}</span>
    </p>
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
