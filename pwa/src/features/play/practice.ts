/** The practice post: a module document that comes with the app, played as any other and recorded nowhere. */
import type { Language, ModuleDocument } from '../../api/types'
import { LANGUAGES, language } from '../../text'
import source from './practice.json'
import { type Visit, notePractised } from './ports'
import { trialOf } from './unrecorded'

/** As posts are called by their version; what is not recorded needs none. */
export const PRACTICE = 'ovepost'

/** The same part of a document with each text in it in one language. */
function inLanguage(part: unknown, wanted: Language): unknown {
  if (Array.isArray(part)) return part.map((item) => inLanguage(item, wanted))
  if (typeof part !== 'object' || part === null) return part
  if (LANGUAGES.every((one) => one in part)) return (part as Record<Language, unknown>)[wanted]
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, inLanguage(value, wanted)]))
}

/** The post as it would be served. */
export function practiceIn(wanted: Language): ModuleDocument {
  const served = { ...source, version: PRACTICE, structure: PRACTICE, language: wanted, seconds: 0, sources: [] }
  return inLanguage(served, wanted) as ModuleDocument
}

/** Played to its end, it is not shown again by itself. */
export const practice: Visit = {
  ...trialOf(PRACTICE),
  documentOf: () => Promise.resolve(practiceIn(language.value)),
  handIn: async (session) => {
    if (session.finishedAt !== null) await notePractised()
    return true
  },
}
