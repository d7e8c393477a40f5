/** One topic as a hill on a map: a contour drawn in full for each step of it that is mastered, the flag on the top. */
import { knowledge } from '../../text/knowledge'
import { RINGS, type Topic, height } from './hills'

const SHAPES = ['M-40-6C-40-30-16-36 4-33S42-22 41 2 22 34 0 33-40 18-40-6z', 'M-42 4C-44-20-22-34 0-32S38-30 42-6 28 30 6 34-40 28-42 4z']

export function Hill({ topic, at }: { topic: Topic; at: number }) {
  const t = knowledge()
  const full = height(topic)
  const rings = Array.from({ length: RINGS }, (_, ring) => ring)
  return (
    <li>
      <svg class="contours" viewBox="-48 -46 96 86" aria-hidden="true">
        {rings.map((ring) => (
          <path
            key={ring} class={ring < full ? `know-${ring}` : 'know-open'} d={SHAPES[at % SHAPES.length]}
            transform={`translate(${1.6 * ring} ${-1.6 * ring}) scale(${1 - 0.19 * ring})`} vector-effect="non-scaling-stroke"
          />
        ))}
        {full === RINGS && (
          <g transform="translate(7 -6)">
            <path d="M0 0v-20" stroke="#5A4A3A" stroke-width="2.4" stroke-linecap="round" />
            <path d="M-7-34H9v16H-7z" fill="#fff" /><path d="M9-34v16H-7z" fill="#E4572E" />
            <path d="M-7-34H9v16H-7z" fill="none" stroke="#0F3D2E" stroke-width="1.2" />
          </g>
        )}
      </svg>
      <strong class="sm two">{topic.title}</strong>
      <span class="xs dim">{t.of(topic.mastered.at(-1) ?? 0, topic.met.at(-1) ?? 0)}</span>
    </li>
  )
}
