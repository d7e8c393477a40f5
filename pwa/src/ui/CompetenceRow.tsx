/** A competence requirement in a line: its state by icon and word, until when it holds, how far one has come. */
import type { Competence } from '../api/types'
import { competence } from '../text/competence'
import { when } from '../text/when'
import { Icon, type IconName } from './Icon'

export const LOOKS: Record<Competence['state'], { tile: string; icon: IconName }> = {
  valid: { tile: 'g', icon: 'skjold' },
  renew: { tile: 'b', icon: 'igjen' },
  expired: { tile: 'w', icon: 'klokke' },
  on_the_way: { tile: '', icon: 'runde' },
  not_begun: { tile: '', icon: 'flag' },
}

export function CompetenceRow({ one }: { one: Competence }) {
  const { tile, icon } = LOOKS[one.state]
  return (
    <>
      <span class={`tile ${tile}`}><Icon name={icon} /></span>
      <span class="grow"><strong>{one.title}</strong><span class="two sm dim">{statusOf(one)}</span></span>
    </>
  )
}

/** "Gyldig til 14. mars 2027", "Kan fornyes · gyldig til 14. mars 2027", "4 av 9 mestret". */
export function statusOf({ state, valid_until, done, needed }: Competence): string {
  const t = competence()
  const until = valid_until ? when().date(valid_until) : null
  switch (state) {
    case 'valid':
      return until ? t.validUntil(until) : t.forGood
    case 'renew':
      return until ? t.renewUntil(until) : t.states.renew
    case 'expired':
      return [until && t.endedOn(until), t.again(done, needed)].filter(Boolean).join(' · ')
    case 'on_the_way':
      return t.mastered(done, needed)
    case 'not_begun':
      return `${t.states.not_begun} · ${t.mastered(done, needed)}`
  }
}
