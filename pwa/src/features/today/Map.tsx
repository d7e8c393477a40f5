/** The week's posts along a trail: walked as far as one has come, dotted to the goal. */
import type { Quest } from '../../api/types'
import { playAddress } from '../../router'
import { today } from '../../text/today'
import { Flag } from '../../ui/Icon'
import type { Post } from './logic'
import { GOAL, HEIGHT, WIDTH, drawn, pointAt, shareOf } from './trail'

const MANY = 6
/** Above a flag stand others, so its label goes below, unless the sheet would cover it there. */
const LOWEST = 164

export function TrailMap({ quest, posts }: { quest: Quest; posts: Post[] }) {
  const t = today()
  const here = posts.findIndex((post) => post.here)
  const walked = here < 0 ? 1 : shareOf(here, posts.length)
  return (
    <nav class={posts.length > MANY ? 'map many' : 'map'} aria-label={t.posts(quest.week.week)}>
      <Trail walked={walked} />
      {here >= 0 && <Here share={walked} />}
      <ol>{posts.map((post) => <PostLink key={post.activity.id} quest={quest} post={post} of={posts.length} />)}</ol>
    </nav>
  )
}

function PostLink({ quest, post, of }: { quest: Quest; post: Post; of: number }) {
  const t = today()
  const { x, y } = pointAt(shareOf(post.number - 1, of))
  return (
    <li>
      <a
        class={post.here ? 'na' : undefined} style={{ '--x': percent(x, WIDTH), '--y': percent(y, HEIGHT) }}
        href={playAddress(quest.id, post.activity.id)} aria-current={post.here ? 'step' : undefined}
        aria-label={t.post(post.number, post.activity.title, t.states[post.state])}
      >
        <Flag state={post.state} number={post.number} />
      </a>
    </li>
  )
}

function Here({ share }: { share: number }) {
  const { x, y } = pointAt(share)
  const top = y > LOWEST ? y - 94 : y + 1
  const middle = Math.min(310, Math.max(50, x))
  return <span class="pil" style={{ '--x': percent(middle, WIDTH), '--y': percent(top, HEIGHT) }} aria-hidden="true">{today().here}</span>
}

function Trail({ walked }: { walked: number }) {
  const done = drawn(0, walked)
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" fill="none" stroke-linecap="round" stroke-linejoin="round">
      <path d={done} stroke="#0F3D2E" stroke-opacity=".35" stroke-width="8" />
      <path d={done} stroke="#fff" stroke-width="5" />
      {walked < 1 && <path d={drawn(walked, 1)} stroke="#fff" stroke-width="4.5" stroke-dasharray="1 10" />}
      <path d="M30 172l9 16H21z" fill="#fff" stroke="#E4572E" stroke-width="3.5" />
      <g fill="#fff" stroke="#E4572E" stroke-width="3">
        <circle cx={GOAL.x} cy={GOAL.y} r="10" /><circle cx={GOAL.x} cy={GOAL.y} r="4.5" />
      </g>
    </svg>
  )
}

function percent(part: number, whole: number): string {
  return `${Math.round((1000 * part) / whole) / 10}%`
}
