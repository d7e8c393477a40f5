/** Times on the wall and conflicts, in words. */
import type { Conflict, PlanForetold } from '../../../api/types'
import { language } from '../../../text'
import { calendar } from '../../../text/calendar'
import { dates } from '../../../text/dates'
import { weekNumber, mondayOf } from '../logic'

/** "mandag 7. desember kl. 06.00", of a time on the organisation's wall. */
export function onTheWall(time: string): string {
  const words = dates(language.value, 'UTC')
  return `${words.day(`${time}:00Z`)} ${words.clock(`${time}:00Z`)}`
}

/** "7. des.", of such a time or a day. */
export function shortDay(time: string): string {
  return dates(language.value, 'UTC').short(`${time.slice(0, 10)}T12:00:00Z`)
}

/** Which week a day lies in. */
export function weekOf(day: string): number {
  return weekNumber(mondayOf(day.slice(0, 10)))
}

export function holidayIn(code: string): string {
  return (calendar().holidays as Record<string, string>)[code] ?? code
}

/** Who meets a conflict. */
function whoOf({ places }: Conflict): string {
  const t = calendar()
  if (places.names.length === 0) return t.everybody
  return places.more > 0 ? t.andMore(places.names.join(', '), places.more) : places.names.join(', ')
}

/** What is wrong, as a sentence. */
export function conflictIn(conflict: Conflict): string {
  const { told } = calendar()
  const { code, count, most, week: { week } } = conflict
  const who = whoOf(conflict)
  const day = conflict.holiday ? holidayIn(conflict.holiday) : ''
  if (code === 'minutes' || code === 'items') return told[code](week, who, count, most)
  if (code === 'mandatory') return told.mandatory(week, who, count)
  if (code === 'twice') return told.twice(week, who)
  return code === 'quiet_week' ? told.quiet_week(week, day) : told[code](day)
}

/** What would help, on its button. */
export function remedyIn({ change, path, number, week, opens, deadline }: NonNullable<Conflict['remedy']>, code: Conflict['code']): string {
  const t = calendar()
  if (change.kind === 'move') return t.remedyMove(path, number, week)
  return code === 'due_on_holiday' && deadline ? t.remedyDue(path, number, shortDay(deadline)) : t.remedyOpens(path, number, shortDay(opens))
}

/** What happens to each stage, as sentences. */
export function movesIn({ moves }: PlanForetold): string[] {
  const t = calendar()
  if (moves.length === 0) return [t.nothingMoves]
  return moves.map(({ number, title, before, after }) => {
    if (!after) return t.goes(number, title)
    if (!before) return t.comes(number, title, onTheWall(after))
    return before === after ? `${t.stage(number, title)}. ${t.newDeadline}` : t.moves(number, title, onTheWall(before), onTheWall(after))
  })
}
