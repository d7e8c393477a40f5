/** The doors of drafts on the server, and where work waits on the device. */
import { request } from '../../../api/client'
import * as drafts from '../../../offline/drafts'
import type { Kept, Ports } from './drafting'
import { isThing } from './places'
import type { Foreseen, Opened, Parsed, Published, Saved } from './shapes'

export const addressOf = (module: string): string => `/studio/modules/${encodeURIComponent(module)}`

export function portsOf(module: string): Ports {
  return {
    load: () => request<Opened>(addressOf(module)),
    save: (document, revision) => request<Saved>(`${addressOf(module)}/draft`, { method: 'PUT', body: { document }, match: `"${revision}"` }),
    kept: async () => {
      const kept = await drafts.get(module)
      return kept && isThing(kept.base) && isThing(kept.document) ? (kept as unknown as Kept) : undefined
    },
    keep: ({ base, revision, document }) => drafts.put({ module, base, revision, document }),
    forget: () => drafts.remove(module),
    now: () => Date.now(),
  }
}

/** Who else has the draft open; says that one is here oneself. */
export async function othersIn(module: string): Promise<string[]> {
  const { present } = await request<{ present: { name: string }[] }>(`${addressOf(module)}/presence`, { method: 'PUT' })
  return present.map(({ name }) => name)
}

/** What publishing would mean for those who are in the middle of the post. */
export function foresee(module: string): Promise<Foreseen> {
  return request<Foreseen>(`${addressOf(module)}/publish`)
}

export function publish(module: string, revision: number): Promise<Published> {
  return request<Published>(`${addressOf(module)}/publish`, { method: 'POST', body: { revision } })
}

export function make(module: string, plan: { title: string; language: string; like: string | null }): Promise<unknown> {
  return request(addressOf(module), { method: 'PUT', body: plan })
}

export function parse(text: string, language: string): Promise<Parsed> {
  return request<Parsed>('/studio/parse', { method: 'POST', body: { text, language } })
}

export type Doing = 'restore' | 'take-back' | 'retire' | 'return'

/** What is done to a version, or to the module as a whole. */
export function act(module: string, doing: Doing, version: string): Promise<unknown> {
  const one = doing === 'restore' || doing === 'take-back'
  return request(`${addressOf(module)}${one ? `/versions/${encodeURIComponent(version)}` : ''}/${doing}`, { method: 'POST' })
}
