/** What the server tells of drafts; their documents are what the editor knows how to change. */
import type { ForeseenModule, MadeModule, ModuleCheck, ModuleVersion, Page, PublishedModule, SavedModule, WholeModule } from '../../../api/types'
import type { Thing } from './places'

export type State = MadeModule['state']

/** What keeps a draft from being published, or should be looked at, and where. */
export type Check = ModuleCheck
export type Opened = Omit<WholeModule, 'document'> & { document: Thing }
export type Saved = SavedModule
/** `first_right`: the share of first tries that were right, where there are enough of them. */
export type Listed = MadeModule
export type ListPage = Page<Listed> & { counts: Partial<Record<State, number>> }
export type Version = ModuleVersion
export type Difference = Version['differences'][number]
export type Published = PublishedModule
export type Foreseen = ForeseenModule

/** What a pasted text became: its cards, the line where each begins, and the lines of which something must be said. */
export type Parsed = { title: string; cards: Thing[]; starts: number[]; lines: { line: number; code: string; text: string }[] }
