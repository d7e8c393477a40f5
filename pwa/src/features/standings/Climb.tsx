/** The way up: a camp for each tier, the flag at one's own. */
import { league } from '../../text/league'

const CAMPS = [[34, 131], [106, 112], [168, 79], [236, 62], [298, 26]] as const
const FAR = 'M0 92 62 58 108 84 176 36 226 66 262 48 298 18 338 58 360 44V160H0z'
const NEAR = 'M0 126C56 118 92 106 132 96S200 74 244 66 282 44 298 30c22 24 36 38 62 48v82H0z'
const WATER = 'M0 140c40-5 78-5 112 1s52 9 84 19H0z'

export function Climb({ tier, tiers }: { tier: number; tiers: number }) {
  const t = league()
  const [x, y] = CAMPS[tier - 1] ?? CAMPS[0]
  return (
    <svg class="climb" viewBox="0 0 360 160" role="img" aria-label={`${t.are(t.where[tier - 1] ?? '')}, ${t.tier(tier, tiers)}`}>
      <path class="climb-far" d={FAR} />
      <path class="climb-near" d={NEAR} />
      <path class="climb-water" d={WATER} />
      <polyline class="climb-way" points={CAMPS.map((camp) => camp.join()).join(' ')} />
      {CAMPS.map(([cx, cy], at) => <circle key={at} class={at < tier ? 'climb-camp been' : 'climb-camp'} cx={cx} cy={cy} r="6.5" />)}
      <g class="climb-flag" style={{ transform: `translate(${x}px, ${y}px)` }}>
        <path d="M0 0v-30" /><path class="white" d="M0-30h22v17H0z" /><path class="orange" d="M22-30v17H0z" /><path class="edge" d="M0-30h22v17H0z" />
      </g>
    </svg>
  )
}
