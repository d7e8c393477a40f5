/** Which topics must be mastered, and how much of each. */
import type { StudioTopic } from '../../api/types'
import { requirements } from '../../text/requirements'
import { SHARES, withOwn } from './requiring'

type Props = { topics: readonly StudioTopic[]; chosen: Record<string, number>; set: (chosen: Record<string, number>) => void }

export function Topics({ topics, chosen, set }: Props) {
  const t = requirements()
  const toggle = (topic: string) => {
    const { [topic]: was, ...rest } = chosen
    set(was === undefined ? { ...chosen, [topic]: 100 } : rest)
  }
  return (
    <fieldset class="card stack">
      <legend class="lead">{t.topics}</legend>
      <p class="sm dim">{t.topicsWhy}</p>
      {topics.map(({ topic, title, items, modules }) => {
        const share = chosen[topic]
        return (
          <div key={topic} class="studio-topic">
            <label class="check">
              <input type="checkbox" checked={share !== undefined} onChange={() => toggle(topic)} />
              <span>{title}<span class="two xs dim">{t.items(items, modules)}</span></span>
            </label>
            {share !== undefined && (
              <select
                class="inp" aria-label={t.share(title)} value={String(share)}
                onChange={(event) => set({ ...chosen, [topic]: Number(event.currentTarget.value) })}
              >
                {withOwn(SHARES, share as (typeof SHARES)[number]).map((each) => (
                  <option key={each} value={String(each)}>{each === 100 ? t.all : t.percent(each)}</option>
                ))}
              </select>
            )}
          </div>
        )
      })}
    </fieldset>
  )
}
