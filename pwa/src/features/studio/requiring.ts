/** A requirement as the form holds it, and as the server takes it. */
import type { Requirement, RequirementPlan } from '../../api/types'
import type { Named } from './logic'

export type RequirementDraft = Named & {
  titles: { nb: string; nn: string; en: string }
  /** Per cent by topic. */
  topics: Record<string, number>
  months: number | null
  window: number
  mandatory: boolean
}

export const MONTHS = [6, 12, 18, 24, 36, 60, null] as const
export const WINDOWS = [0, 14, 30, 60, 90] as const
export const SHARES = [100, 90, 80, 70, 60, 50] as const

export const fresh: RequirementDraft = {
  titles: { nb: '', nn: '', en: '' }, everyone: true, departments: [], roles: [], topics: {}, months: 12, window: 60, mandatory: true,
}

export function draftOf(one: Requirement): RequirementDraft {
  return {
    titles: one.titles,
    everyone: one.audience.everyone,
    departments: one.audience.departments.map(({ id }) => id),
    roles: one.audience.roles as RequirementDraft['roles'],
    topics: Object.fromEntries(one.topics.map(({ topic, share }) => [topic, share])),
    months: one.months,
    window: one.window,
    mandatory: one.mandatory,
  }
}

export function planOf({ titles, topics, everyone, departments, roles, ...rest }: RequirementDraft): RequirementPlan {
  return {
    ...rest,
    title: { nb: titles.nb.trim(), nn: titles.nn.trim(), en: titles.en.trim() },
    topics: Object.entries(topics).map(([topic, share]) => ({ topic, share })),
    audience: everyone ? { everyone: true } : { everyone: false, departments, roles },
  }
}

/** What is missing before it can be saved; null when nothing is. */
export function missing({ titles, topics, everyone, departments, roles }: RequirementDraft): 'titles' | 'topics' | 'somebody' | null {
  if (Object.values(titles).some((title) => title.trim() === '')) return 'titles'
  if (Object.keys(topics).length === 0) return 'topics'
  return everyone || departments.length > 0 || roles.length > 0 ? null : 'somebody'
}

/** A choice with one more where what is chosen is not among them. */
export function withOwn<One>(choices: readonly One[], own: One): One[] {
  return choices.includes(own) ? [...choices] : [own, ...choices]
}
