/** The shapes of the HTTP contract. Everything else imports them from here, never from the generated file. */
export type { ModuleDocument } from '../rules/cards'

export type Language = 'nb' | 'nn' | 'en'

export type Person = {
  id: string
  name: string
  first_name: string
  alias: string | null
  language: Language
  roles: string[]
}

export type Organisation = { code: string; name: string; time_zone: string }

export type SealMaterial = { key: string; token: string }

export type SignedIn = { person: Person; csrf_token: string; seal?: SealMaterial }

export type Settings = {
  language: Language
  alias: string | null
  on_boards: boolean
  show_name: boolean
  game_layer: boolean
}

export type Points = { total: number; week: number }

export type Membership = { id: string; name: string; primary: boolean; share: number }

export type Me = {
  person: Person
  organisation: Organisation
  csrf_token: string
  points: Points
  settings: Settings
  departments: Membership[]
}

export type Page<Item> = { items: Item[]; page: number; pages: number; total: number }

export type Look = { at: string; viewer: string; what: string }

export type Week = { year: number; week: number; starts_on: string; ends_on: string }

export type Progress = { done: number; total: number }

export type Activity = {
  id: string
  kind: string
  module: string
  version: string
  structure: string
  languages: Language[]
  title: string
  seconds: number
  done: boolean
  optional: boolean
}

export type Next = { activity: string; kind: string; version: string; title: string; seconds: number }

export type Quest = {
  id: string
  run: string
  path: { id: string; title: string }
  title: string
  story: string
  goal: string
  terrain: string
  week: Week
  opened_at: string
  closes_at: string
  deadline_at: string | null
  mandatory: boolean
  progress: Progress
  minutes_left: number
  next: Next | null
  activities: Activity[]
}

export type Coming = {
  title: string
  path_title: string
  terrain: string
  opens_at: string
  modules: number
  minutes: number
  week: Week
}

export type Gap = { modules: number; to_rank: number; to_name: string }

export type BoardPlace = {
  department: { id: string; name: string }
  rank: number
  of: number
  score: number
  gap: Gap | null
  updated_at: string | null
}

export type Today = {
  person: Person
  organisation: Organisation
  quest: Quest | null
  quests: Quest[]
  catch_up: Quest[]
  coming: Coming | null
  board: BoardPlace | null
  points: Points
  review: { due: number }
  inbox: { unread: number }
}

export type QuestState = 'open' | 'coming' | 'done' | 'catch_up'

export type PathQuest = {
  id: string
  title: string
  terrain: string
  week: Week
  state: QuestState
  opens_at: string
  closes_at: string
  progress: Progress
  minutes_left: number
  minutes: number
}

export type Path = {
  id: string
  run: string
  title: string
  story: string
  goal: string
  mandatory: boolean
  progress: Progress
  quests_done: Progress
  minutes_left: number
  quests: PathQuest[]
}

export type Paths = { items: Path[] }

export type Parts = {
  sum_w: number
  sum_wx: number
  mean: number
  k: number
  whole_percent: boolean
  merged: string[]
}

export type BoardRow = {
  rank: number
  department: string
  name: string
  score: number
  members: number
  mine: boolean
  parts: Parts
}

export type OwnShare = {
  department: string
  share: number
  present: number
  weight: number
  possible: number
  taken: number
  x: number
}

export type DepartmentBoard = {
  period: { week: Week; starts_at: string; ends_at: string }
  rows: BoardRow[]
  updated_at: string | null
  mine: OwnShare | null
  gap: Gap | null
}

export type PersonRow = { rank: number; name: string | null; points: number; me: boolean }

export type PeopleBoard = { week: Week; top: PersonRow[]; around: PersonRow[]; me: PersonRow | null; total: number }

export type Letter = {
  id: string
  kind: 'module' | 'review'
  activity: string | null
  module_version: string | null
  language: string
  seed: number
  started_at: string
  finished_at: string | null
  answers: { card: string; response: unknown; answered_at: string; seconds: number }[]
}

export type Entry = { kind: string; points: number; count: number }

export type Notice = { code: string; points?: number }

export type Verdict = {
  id: string
  status: 'accepted' | 'known' | 'refused'
  code: string | null
  points: number
  correct: number
  of: number
  notices: Notice[]
  entries?: Entry[]
}

export type Verdicts = { verdicts: Verdict[] }
