/** The post a question is about, from what lies on the device. */
import { useEffect, useState } from 'preact/hooks'
import { request } from '../../api/client'
import type { Quest } from '../../api/types'
import type { Post } from '../../offline/db'
import * as library from '../../offline/library'
import * as snapshots from '../../offline/snapshots'
import type { Where } from '../../router'
import { faces } from '../../rules/pools'

/** The post with its names; undefined while it is looked for, null where it cannot be had. */
export function usePost(where: Where | null): Post | null | undefined {
  const [post, setPost] = useState<Post | null | undefined>(where ? undefined : null)
  useEffect(() => {
    if (where) postAt(where).then(setPost, () => setPost(null))
  }, [])
  return post
}

async function postAt({ quest: id, activity, card }: Where): Promise<Post | null> {
  const kept = (await snapshots.get(`quest/${id}`))?.data as Quest | undefined
  const quest = kept ?? (await request<Quest>(`/quests/${encodeURIComponent(id)}`))
  const found = quest.activities.find((one) => one.id === activity)
  if (!found) return null
  const document = await library.document(found.version, library.playedIn(found.languages))
  const asked = document.cards.find((one) => one.id === card)
  const prompt = asked ? (faces(asked)[0]?.prompt ?? null) : null
  return { version: found.version, card: prompt === null ? null : card, title: document.title, prompt }
}
