/** The start card: one square a post, punched with its own needle pattern. */
import { Punch } from '../../ui/Icon'
import type { Quest } from './ports'
import { words } from './words'

export function StartCard({ quest, activity }: { quest: Quest; activity: string }) {
  const text = words()
  const posts = quest.activities
  const { done, total } = quest.progress
  const label = (number: number, isDone: boolean, isNow: boolean) =>
    isNow ? text.postNow(number) : isDone ? text.postDone(number) : text.postOpen(number)
  return (
    <div class="play-card">
      <p class="xs rowx"><strong class="grow">{text.card(quest.week.week)}</strong>{text.of(done, total)}</p>
      <ol class={posts.length > 5 ? 'play-squares many' : 'play-squares'} aria-label={text.cardLabel(done, total)}>
        {posts.map(({ id, done: isDone }, i) => {
          const isNow = id === activity
          return (
            <li key={id} class={isNow ? 'now' : undefined}>
              <span class="sr">{label(i + 1, isDone, isNow)}</span>
              <small aria-hidden="true">{i + 1}</small>
              {(isDone || isNow) && <Punch number={i + 1} />}
            </li>
          )
        })}
      </ol>
    </div>
  )
}
