/** The server's answers about questions, kept on the device so that they can be read without a network. */
import type { HelpRequest, HelpThread, Page } from '../../api/types'
import { type Resource, resource } from '../../offline/resource'
import * as snapshots from '../../offline/snapshots'

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

/** Leaves nothing on the device of a question that is withdrawn or no longer one's to read. */
export async function forgetThread(id: string): Promise<void> {
  threads.delete(id)
  await snapshots.remove(`help/thread/${id}`)
}
