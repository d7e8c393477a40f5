/** The start card: one square a post, punched with its own needle pattern. */
import type { Quest } from './ports'
import { words } from './words'

const NEEDLES = [
  'M12 5h0M18 11.5h0M12 18h0M6 11.5h0M12 11.5h0',
  'M5 6h0M8.5 12h0M12 18h0M15.5 12h0M19 6h0',
  'M6 5h0M6 11.5h0M6 18h0M12.5 18h0M19 18h0',
  'M12 5h0M8.5 11.5h0M15.5 11.5h0M5 18h0M12 18h0M19 18h0',
  'M5.5 6h0M12 6h0M18.5 6h0M12 12h0M5.5 18h0M12 18h0M18.5 18h0',
  'M12 5h0M12 11.5h0M12 18h0M5.5 11.5h0M18.5 11.5h0',
]

export function Startkort({ quest, activity }: { quest: Quest; activity: string }) {
  const text = words()
  const posts = quest.activities
  const { done, total } = quest.progress
  const label = (number: number, isDone: boolean, isNow: boolean) =>
    isNow ? text.postNow(number) : isDone ? text.postDone(number) : text.postOpen(number)
  return (
    <div class="play-card">
      <p class="xs rowx"><strong class="grow">{text.card(quest.week.week)}</strong>{text.of(done, total)}</p>
      <ol class="kort" aria-label={text.cardLabel(done, total)}>
        {posts.map(({ id, done: isDone }, i) => {
          const isNow = id === activity
          return (
            <li key={id} class={isNow ? 'ny' : undefined}>
              <span class="sr">{label(i + 1, isDone, isNow)}</span>
              <small aria-hidden="true">{i + 1}</small>
              {(isDone || isNow) && <Needles pattern={i} />}
            </li>
          )
        })}
      </ol>
    </div>
  )
}

function Needles({ pattern }: { pattern: number }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d={NEEDLES[pattern % NEEDLES.length]} fill="none" stroke="currentColor" stroke-width="3.6" stroke-linecap="round" />
    </svg>
  )
}
