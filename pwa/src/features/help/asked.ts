/** The server's answers about questions, kept on the device so that they can be read without a network. */
import type { HelpRequest, HelpThread, Page } from '../../api/types'
import { type Resource, resource } from '../../offline/resource'

export type Requests = Page<HelpRequest>

export const mine = resource<Requests>('help/mine', '/help/mine')
export const toMe = resource<Requests>('help/to-me', '/help/to-me')

const threads = new Map<string, Resource<HelpThread>>()

/** One question with all that was said to it. */
export function threadOf(id: string): Resource<HelpThread> {
  const path = `/help/requests/${encodeURIComponent(id)}`
  const known = threads.get(id) ?? resource<HelpThread>(`help/thread/${id}`, path)
  threads.set(id, known)
  return known
}
