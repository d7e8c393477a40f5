/** A path document while it is written: its languages, its weeks, the order of its posts. Values in, values out. */
export const LANGUAGES = ['nb', 'nn', 'en'] as const
export const TERRAINS = ['skog', 'fjell', 'fjord', 'kyst', 'myr', 'vidde'] as const
export const MOST_WEEKS = 104
export const MOST_POSTS = 20

export type Tongue = (typeof LANGUAGES)[number]
export type Texts = Partial<Record<Tongue, string>>
export type Field = 'title' | 'story' | 'goal'
export type Post = { id: string; kind: 'module'; module: string }
export type Week = Record<Field, Texts> & { id: string; terrain: string; activities: Post[] }
export type PathDocument = Record<Field, Texts> & { format: string; path?: string; pretest?: unknown; quests: Week[] }

/** What a new path is: one week, in one language, nothing written. */
export function empty(language: Tongue, week: string): PathDocument {
  const nothing = (): Texts => ({ [language]: '' })
  return { format: 'loype.path/1', title: nothing(), story: nothing(), goal: nothing(), quests: [freshWeek([language], week)] }
}

export function freshWeek(languages: readonly Tongue[], id: string): Week {
  const nothing = (): Texts => Object.fromEntries(languages.map((one) => [one, '']))
  return { id, terrain: 'skog', title: nothing(), story: nothing(), goal: nothing(), activities: [] }
}

/** The languages it is written in, in the order they are always shown. */
export function languagesOf({ title }: Pick<PathDocument, 'title'>): Tongue[] {
  return LANGUAGES.filter((one) => one in title)
}

/** The same path in these languages: what is not among them is dropped, what is new is empty. */
export function inLanguages(document: PathDocument, languages: readonly Tongue[]): PathDocument {
  const kept = (texts: Texts): Texts => Object.fromEntries(languages.map((one) => [one, texts[one] ?? '']))
  const every = <One extends Record<Field, Texts>>(one: One): One => ({ ...one, title: kept(one.title), story: kept(one.story), goal: kept(one.goal) })
  return { ...every(document), quests: document.quests.map(every) }
}

/** One thing taken from a place of a list and put at another. */
export function moved<One>(all: readonly One[], from: number, to: number): One[] {
  const one = all[from]
  if (one === undefined || to < 0 || to >= all.length) return [...all]
  const rest = all.filter((_, place) => place !== from)
  return [...rest.slice(0, to), one, ...rest.slice(to)]
}

/** The path with another week in that place of it. */
export function withWeek(document: PathDocument, place: number, week: Week): PathDocument {
  return { ...document, quests: document.quests.map((each, at) => (at === place ? week : each)) }
}

/** The week with one more post, under a name that nothing else in the path has. */
export function withPost(document: PathDocument, place: number, module: string): PathDocument {
  const week = document.quests[place]
  if (!week || week.activities.length >= MOST_POSTS || week.activities.some((each) => each.module === module)) return document
  const taken = new Set(document.quests.flatMap(({ activities }) => activities.map(({ id }) => id)))
  let id = module
  for (let number = 2; taken.has(id); number += 1) id = `${module.slice(0, 70)}-${number}`
  return withWeek(document, place, { ...week, activities: [...week.activities, { id, kind: 'module', module }] })
}

/** Whether all that must be there is: texts in every language, and a post in every week. */
export function isWhole(document: PathDocument): boolean {
  const languages = languagesOf(document)
  const said = (one: Record<Field, Texts>) =>
    (['title', 'story', 'goal'] as const).every((field) => languages.every((language) => (one[field][language] ?? '').trim() !== ''))
  return languages.length > 0 && document.quests.length > 0 && [document, ...document.quests].every(said)
    && document.quests.every(({ activities }) => activities.length > 0)
}
