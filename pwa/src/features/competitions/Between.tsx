/** Who races: the departments of a level, some that are chosen, or teams put together. */
import type { RacingChoices } from '../../api/types'
import { competitions } from '../../text/competitions'
import { Icon } from '../../ui/Icon'
import { type Department, levelsOf, teamsOf } from './logic'
import { Choice, type PartProps } from './Parts'

const MOST_TEAMS = 12
const NAMED = 3

/** `whole`: only whole departments may race. */
type Props = PartProps & { choices: RacingChoices; whole?: boolean }

export function Between(props: Props) {
  const t = competitions()
  const { draft, set, lacks, choices } = props
  const { departments } = choices
  const levels = levelsOf(departments)
  const picking = draft.by === 'pick'
  const small = !picking && teamsOf(draft, departments).some((team) => membersOf(team.departments ?? [], departments) < choices.least_members)
  return (
    <fieldset class="card stack">
      <legend class="lead">{t.who}</legend>
      {levels.length > 0 && <Choice name="by" checked={draft.by === 'level'} label={t.byLevel} help={t.byLevelWhy} onChoose={() => set({ by: 'level' })} />}
      {draft.by === 'level' && levels.length > 0 && (
        <label class="field">
          <span>{t.level}</span>
          <select class="inp" value={draft.level} onChange={(event) => set({ level: Number(event.currentTarget.value) })}>
            {levels.map((level) => <option key={level} value={level}>{t.levelOf(level, namesAt(level, departments))}</option>)}
          </select>
        </label>
      )}
      <Choice name="by" checked={draft.by === 'choice'} label={t.byChoice} onChoose={() => set({ by: 'choice' })} />
      {draft.by === 'choice' && <Chosen {...props} />}
      <Choice name="by" checked={draft.by === 'team'} label={t.byTeam} help={t.byTeamWhy} onChoose={() => set({ by: 'team' })} />
      {draft.by === 'team' && <Teams {...props} />}
      {!props.whole && <Choice name="by" checked={picking} label={t.byPick} help={t.byPickWhy} onChoose={() => set({ by: 'pick' })} />}
      {picking && <Picked {...props} />}
      {lacks.includes('teams') && <p class="wrong" role="alert">{t.lacks.teams}</p>}
      {small && <p class="sm dim">{t.small(choices.least_members)}</p>}
      {!picking && <p class="sm dim">{t.classes}</p>}
    </fieldset>
  )
}

function namesAt(level: number, departments: readonly Department[]): string {
  const names = departments.filter((each) => each.level === level).map(({ name }) => name)
  return names.length > NAMED ? `${names.slice(0, NAMED).join(', ')} +${names.length - NAMED}` : names.join(', ')
}

function membersOf(ids: readonly string[], departments: readonly Department[]): number {
  return departments.filter(({ id }) => ids.includes(id)).reduce((sum, { members }) => sum + members, 0)
}

function Chosen({ draft, set, lacks, choices }: Props) {
  const t = competitions()
  const toggle = (id: string) => set({ chosen: draft.chosen.includes(id) ? draft.chosen.filter((one) => one !== id) : [...draft.chosen, id] })
  return (
    <div role="group" aria-label={t.byChoice}>
      {choices.departments.map(({ id, name, level, members }) => (
        <label key={id} class="check" style={{ paddingInlineStart: `${Math.min(level, 4) * 20}px` }}>
          <input type="checkbox" checked={draft.chosen.includes(id)} aria-invalid={lacks.includes('teams')} onChange={() => toggle(id)} />
          <span>{name} <span class="xs dim">{t.people(members)}</span></span>
        </label>
      ))}
    </div>
  )
}

function Picked(props: Props) {
  const t = competitions()
  const { draft, set, choices } = props
  return (
    <div class="stack">
      <Names {...props} />
      <label class="field">
        <span>{t.openTo}</span>
        <select class="inp" value={draft.openTo} onChange={(event) => set({ openTo: event.currentTarget.value })}>
          <option value="">{t.openToAll}</option>
          {choices.departments.map(({ id, name, members }) => <option key={id} value={id}>{`${name} · ${t.people(members)}`}</option>)}
        </select>
      </label>
    </div>
  )
}

function Names({ draft, set, lacks }: Props) {
  const t = competitions()
  const rename = (number: number, name: string) => set({ teamNames: draft.teamNames.map((before, at) => (at === number ? name : before)) })
  return (
    <>
      {draft.teamNames.map((name, number) => (
        <label key={number} class="field">
          <span>{t.teamName(number + 1)}</span>
          <input class="inp" maxLength={80} value={name} aria-invalid={lacks.includes('teamNames') && !name.trim()} onInput={(event) => rename(number, event.currentTarget.value)} />
        </label>
      ))}
      {lacks.includes('teamNames') && <p class="wrong" role="alert">{t.lacks.teamNames}</p>}
      {draft.teamNames.length < MOST_TEAMS && <button type="button" class="btn t" onClick={() => set({ teamNames: [...draft.teamNames, ''] })}><Icon name="pluss" small />{t.moreTeams}</button>}
    </>
  )
}

function Teams(props: Props) {
  const t = competitions()
  const { draft, set, choices } = props
  return (
    <div class="stack">
      <Names {...props} />
      {choices.departments.map(({ id, name, members }) => (
        <label key={id} class="field">
          <span>{name} <span class="xs dim">{t.people(members)}</span></span>
          <select class="inp" value={draft.teamOf[id] ?? -1} aria-label={t.teamOf(name)} onChange={(event) => set({ teamOf: { ...draft.teamOf, [id]: Number(event.currentTarget.value) } })}>
            <option value={-1}>{t.noTeam}</option>
            {draft.teamNames.map((team, number) => <option key={number} value={number}>{team.trim() || t.team(number + 1)}</option>)}
          </select>
        </label>
      ))}
    </div>
  )
}
