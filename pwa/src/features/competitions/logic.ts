/** A competition as a person fills it in, and as the server takes it. */
import type { CompetitionPlan, RacingChoices } from '../../api/types'

export const RULES = ['participation', 'completion', 'points', 'recall', 'improvement'] as const
export const FREEZES = [0, 24, 48, 72] as const
export const MOST_WEEKS = 52
export const WEEKS_AHEAD = 40

export type Department = RacingChoices['departments'][number]
export type Lack = 'name' | 'teams' | 'teamNames' | 'paths'

export type Draft = {
  name: string
  rule: (typeof RULES)[number]
  firstWeek: string
  weeks: number
  freeze: number
  prize: string
  by: 'level' | 'choice' | 'team' | 'pick'
  level: number
  chosen: string[]
  /** The names of the teams, and by department the number of its team. */
  teamNames: string[]
  teamOf: Record<string, number>
  /** The department whose people pick a team themselves; empty: all that may be chosen. */
  openTo: string
  /** null: all of them. */
  paths: string[] | null
}

export function fresh(choices: RacingChoices, monday: string, name: string): Draft {
  return {
    name, rule: 'participation', firstWeek: monday, weeks: 2, freeze: 24, prize: '', by: 'level', level: levelsOf(choices.departments)[0] ?? 0,
    chosen: [], teamNames: ['', ''], teamOf: {}, openTo: '', paths: null,
  }
}

/** The levels of the tree at which there are two departments or more, from the top. */
export function levelsOf(departments: readonly Department[]): number[] {
  const levels = [...new Set(departments.map(({ level }) => level))].sort((a, b) => a - b)
  return levels.filter((level) => departments.filter((each) => each.level === level).length > 1)
}

export const TEMPLATES = ['kickoff', 'season', 'derby'] as const

/** What a template fills in; everything can be changed afterwards. */
export function begun(draft: Draft, template: (typeof TEMPLATES)[number], name: string): Draft {
  const known = { kickoff: { weeks: 2, by: 'level' }, season: { weeks: 12, by: 'level' }, derby: { weeks: 1, by: 'choice' } } as const
  return { ...draft, ...known[template], name, rule: 'participation', freeze: 24 }
}

/** Who races, as the server takes it. */
export function teamsOf(draft: Draft, departments: readonly Department[]): CompetitionPlan['teams'] {
  const alone = (id: string) => ({ name: null, departments: [id] })
  if (draft.by === 'level') return departments.filter(({ level }) => level === draft.level).map(({ id }) => alone(id))
  if (draft.by === 'choice') return departments.filter(({ id }) => draft.chosen.includes(id)).map(({ id }) => alone(id))
  if (draft.by === 'pick') return draft.teamNames.map((name) => ({ name: name.trim(), departments: [] }))
  return draft.teamNames
    .map((name, number) => ({ name: name.trim(), departments: departments.filter(({ id }) => draft.teamOf[id] === number).map(({ id }) => id) }))
    .filter((team) => team.departments.length > 0)
}

/** What is missing before it can be made. */
export function lacking(draft: Draft, departments: readonly Department[]): Lack[] {
  const teams = teamsOf(draft, departments)
  const found: (Lack | false)[] = [
    draft.name.trim() === '' && 'name',
    teams.length < 2 && 'teams',
    (draft.by === 'team' || draft.by === 'pick') && !namedApart(teams) && 'teamNames',
    draft.paths?.length === 0 && 'paths',
  ]
  return found.filter((each) => each !== false)
}

function namedApart(teams: CompetitionPlan['teams']): boolean {
  const names = teams.map(({ name }) => name?.toLocaleLowerCase())
  return names.every(Boolean) && new Set(names).size === names.length
}

/** The departments whose people pick a team; null where whole departments race. */
export function openTo(draft: Draft, departments: readonly Department[]): string[] | null {
  if (draft.by !== 'pick') return null
  const known = new Set(departments.map(({ id }) => id))
  return draft.openTo ? [draft.openTo] : departments.filter(({ parent }) => parent === null || !known.has(parent)).map(({ id }) => id)
}

export function planOf(draft: Draft, departments: readonly Department[]): CompetitionPlan {
  return {
    name: draft.name.trim(), rule: draft.rule, first_week: draft.firstWeek, weeks: draft.weeks, freeze_hours: draft.freeze, prize: draft.prize.trim(),
    paths: draft.paths, teams: teamsOf(draft, departments), open_to: openTo(draft, departments),
  }
}
