/** What the server tells of drafts. */
import type { Fault, Language } from '../../../api/types'
import type { Thing } from './places'

export type State = 'draft' | 'pilot' | 'scheduled' | 'published' | 'retired'

/** What keeps a draft from being published, or should be looked at, and where. */
export type Check = {
  severity: 'block' | 'advise'
  code: string
  place: string
  language: Language | null
  given: Record<string, unknown>
  remedy: string
}

export type Opened = {
  id: string
  slug: string
  state: State
  version: string | null
  document: Thing
  revision: number
  changed_at: string
  changed_by: string | null
  present: { name: string }[]
  checks: Check[]
}

export type Saved = { revision: number; checks: Check[]; changed_at: string }

export type Listed = {
  id: string
  slug: string
  title: string
  state: State
  changed: boolean
  version: string | null
  languages: Partial<Record<Language, 'whole' | 'stale' | 'part' | 'none'>>
  seconds: number | null
  cards: number
  faults: number | null
  changed_at: string
  changed_by: string | null
  release: string | null
  paths: { id: string; title: string }[]
  first_right?: number | null
}

export type ListPage = { items: Listed[]; page: number; pages: number; total: number; counts: Partial<Record<State, number>> }

export type Difference = { card: string | null; field: string; language: Language | null; before: string | null; after: string | null }

export type Version = {
  version: string
  number: number
  published_at: string
  by: string | null
  in_force: boolean
  withdrawn: boolean
  same_structure: boolean
  differences: Difference[]
}

export type Published = { version: string; number: number }
/** What a pasted text became: its cards, the line where each begins, and the lines of which something must be said. */
export type Parsed = { title: string; cards: Thing[]; starts: number[]; lines: { line: number; code: string; text: string }[] }
export type { Fault }
