/** The state of things as words and bars; the mark on a bar is where it is enough. */
import { Icon } from '../../../ui/Icon'
import type { Standing } from './logic'
import { words } from './words'

export function Meters({ standings }: { standings: readonly Standing[] }) {
  const text = words()
  return (
    <ul class="talk-meters" aria-label={text.meters} data-unread>
      {standings.map(({ id, name, score, enough, level, moved }) => (
        <li key={id} class={level}>
          <span class="sr">{text.meter(name, text.level[level])}</span>
          <strong aria-hidden="true">{name}</strong>
          <Bar score={score} enough={enough} />
          <span class="talk-level" aria-hidden="true">
            {level === 'enough' && <Icon name="ok" small />}{text.level[level]}
            {moved && <b class={moved}>{moved === 'up' ? '▲' : '▼'} {text[moved]}</b>}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** A number of 100. Drawn, since its width is a fact and no style may stand in the page. */
export function Bar({ score, enough }: { score: number; enough: number }) {
  return (
    <svg class="talk-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="track" width="100" height="8" rx="2" />
      <rect class="fill" width={score} height="8" rx="2" />
      <rect class="mark" x={Math.min(98.5, Math.max(0, enough - 0.75))} width="1.5" height="8" />
    </svg>
  )
}
