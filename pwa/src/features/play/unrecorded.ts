/** A visit that leaves nothing behind: the module by its version, and no place, no letter. */
import { ApiError } from '../../api/client'
import type { ModuleDocument } from '../../api/types'
import { document } from '../../offline/library'
import { LANGUAGES, language } from '../../text'
import { type Activity, type Quest, type Visit, unlessUnreachable } from './ports'

/** The quest of a post that is only tried holds that post and nothing else. */
export function questOf(version: string): Quest {
  const activity: Activity = {
    id: version, kind: 'module', module: '', version, structure: '', languages: [...LANGUAGES], title: '', seconds: 0, done: false, optional: true,
  }
  const week = { year: 0, week: 0, starts_on: '', ends_on: '' }
  return {
    id: '', run: '', path: { id: '', title: '' }, title: '', story: '', goal: '', terrain: '', week, opened_at: '', closes_at: '',
    deadline_at: null, mandatory: false, progress: { done: 0, total: 0 }, minutes_left: 0, next: null, activities: [activity],
  }
}

/** The module in the person's language, else in one it has. */
async function spoken(version: string): Promise<ModuleDocument> {
  const wanted = [language.value, ...LANGUAGES.filter((one) => one !== language.value)]
  for (const each of wanted) {
    try {
      return await document(version, each)
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 404) || each === wanted.at(-1)) throw error
    }
  }
  throw new ApiError('problem', 'not_found', 404)
}

export function trialOf(version: string, from: () => Promise<ModuleDocument> = () => spoken(version)): Visit {
  return {
    questOf: () => Promise.resolve(questOf(version)),
    documentOf: () => unlessUnreachable(from),
    kept: () => Promise.resolve(null),
    keep: () => Promise.resolve(true),
    handIn: () => Promise.resolve(true),
  }
}
