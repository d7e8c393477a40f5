/** One nudge: what, until when, the way there, and one tap away why it came. */
import type { Nudge } from '../../api/types'
import { inbox } from '../../text/inbox'
import { when } from '../../text/when'
import { Icon, type IconName } from '../../ui/Icon'
import { whenOf } from './logic'

const LOOKS: Record<string, { icon: IconName; tile: string }> = {
  quest_opened: { icon: 'flag', tile: 'tile w' },
  reminder: { icon: 'runde', tile: 'tile b' },
  deadline: { icon: 'kal', tile: 'tile' },
  help: { icon: 'spor', tile: 'tile g' },
}

export function Item({ nudge, isNew }: { nudge: Nudge; isNew: boolean }) {
  const t = inbox()
  const { icon, tile } = LOOKS[nudge.kind] ?? { icon: 'varsel' as const, tile: 'tile' }
  const below = sentenceOf(nudge)
  return (
    <article class="list">
      <a class="row inbox-row" href={nudge.to}>
        <span class={tile}><Icon name={nudge.certificate ? 'skjold' : nudge.module ? 'prat' : icon} /></span>
        <span class="grow">
          <span class="xs dim inbox-when">{isNew && <span class="chip w">{t.new}</span>}{when().moment(nudge.at, new Date())}</span>
          <strong class="two">{heading(nudge)}</strong>
          {nudge.quests.length > 1 && <span class="two sm">{t.and(nudge.quests.map(({ title }) => title))}</span>}
          {below && <span class="two sm dim">{below}</span>}
        </span>
        <Icon name="h" small />
      </a>
      <details class="how">
        <summary><Icon name="info" small /><span class="grow">{t.why}</span><Icon name="ned" small turns /></summary>
        <div class="sm stack">
          <p>{reasons(nudge)}</p>
          <a class="textlink" href="/meg">{t.change}</a>
        </div>
      </details>
    </article>
  )
}

function heading(nudge: Nudge): string {
  const t = inbox()
  const titles = nudge.quests.map(({ title }) => title)
  switch (nudge.kind) {
    case 'quest_opened':
      return t.opened(titles)
    case 'reminder':
      return t.reminder(titles)
    case 'deadline':
      return nudge.certificate ? t.certificate(nudge.certificate.title) : t.deadline(titles)
    case 'help':
      return t.notes[nudge.reason.code] ?? (nudge.reason.code === 'help_answered' ? t.helpAnswered : t.helpAsked)
    default:
      return t.other
  }
}

function sentenceOf(nudge: Nudge): string {
  const t = inbox()
  if (nudge.module) return nudge.module
  if (nudge.certificate) return t.certificateUntil(when().date(nudge.certificate.valid_until))
  const now = new Date()
  const found = whenOf(nudge, now.getTime())
  switch (found.kind) {
    case 'due':
      return t.due(when().day(found.at))
    case 'open':
      return t.openUntil(when().until(found.at, now))
    case 'over':
      return t.over
    case 'none':
      return ''
  }
}

function reasons({ reason }: Nudge): string {
  const t = inbox()
  const why = t.whys[reason.code]?.(t.and(reason.paths)) ?? ''
  if (reason.code.startsWith('help_') || reason.code in t.notes) return [why, reason.pushed ? '' : t.notPushed, t.quiet].filter(Boolean).join(' ')
  const hour = reason.by_habit ? t.byHabit(reason.hour) : t.byDefault(reason.hour)
  return [why, reason.pushed ? hour : t.notPushed, t.quiet].filter(Boolean).join(' ')
}
