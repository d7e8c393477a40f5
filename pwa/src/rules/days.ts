/** Days as YYYY-MM-DD, and the weeks they lie in. */
const DAY = 86_400_000

/** The day in a time zone, as YYYY-MM-DD. */
export function dayIn(zone: string, now: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now)
}

/** So many days after a day, both YYYY-MM-DD. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  return daysAfter(day, -((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7))
}

/** The ISO week number of a Monday: that of the year its Thursday lies in. */
export function weekNumber(monday: string): number {
  const thursday = new Date(`${daysAfter(monday, 3)}T12:00:00Z`)
  return 1 + Math.floor((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / (7 * DAY))
}

/** So many Mondays from that of a day's week. */
export function mondays(today: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => daysAfter(mondayOf(today), 7 * index))
}
