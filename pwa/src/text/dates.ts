/** Days and hours in words, in the organisation's time zone. Own words, so that every browser says the same. */
import type { Language } from '../api/types'

type Words = {
  weekdays: readonly string[]
  months: readonly string[]
  short: readonly string[]
  today: string
  tomorrow: string
  on: (day: string) => string
  yesterday: string
  until: (day: string) => string
  tonight: string
  date: (day: number, month: string) => string
  clock: (hour: string, minute: string) => string
}

const NORWEGIAN_MONTHS = [
  'januar', 'februar', 'mars', 'april', 'mai', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'desember',
]
const NORWEGIAN_SHORT = ['jan.', 'feb.', 'mars', 'april', 'mai', 'juni', 'juli', 'aug.', 'sep.', 'okt.', 'nov.', 'des.']
const norwegian = {
  months: NORWEGIAN_MONTHS,
  short: NORWEGIAN_SHORT,
  today: 'i dag',
  on: (day: string) => `på ${day}`,
  until: (day: string) => `til ${day}`,
  tonight: 'til i kveld',
  date: (day: number, month: string) => `${day}.${month && `\u00a0${month}`}`,
  clock: (hour: string, minute: string) => `kl.\u00a0${hour}.${minute}`,
}

const WORDS: Record<Language, Words> = {
  nb: { ...norwegian, yesterday: 'i går', tomorrow: 'i morgen', weekdays: ['søndag', 'mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag'] },
  nn: { ...norwegian, yesterday: 'i går', tomorrow: 'i morgon', weekdays: ['søndag', 'måndag', 'tysdag', 'onsdag', 'torsdag', 'fredag', 'laurdag'] },
  en: {
    weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
    months: [
      'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
    ],
    short: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'],
    today: 'today',
    tomorrow: 'tomorrow',
    on: (day) => `on ${day}`,
    yesterday: 'yesterday',
    until: (day) => `until ${day}`,
    tonight: 'until tonight',
    date: (day, month) => `${day}${month && `\u00a0${month}`}`,
    clock: (hour, minute) => `at ${hour}:${minute}`,
  },
}

const DAY = 86_400_000

type Local = { year: number; month: number; day: number; weekday: number; hour: string; minute: string; serial: number }

const formats = new Map<string, Intl.DateTimeFormat>()

function format(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone) ?? new Intl.DateTimeFormat('en-GB', {
    timeZone: zone, year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  })
  formats.set(zone, known)
  return known
}

function local(at: Date, zone: string): Local {
  const parts = Object.fromEntries(format(zone).formatToParts(at).map(({ type, value }) => [type, value]))
  const [year, month, day] = [Number(parts.year), Number(parts.month) - 1, Number(parts.day)]
  const serial = Date.UTC(year, month, day) / DAY
  return { year, month, day, weekday: (serial + 4) % 7, hour: parts.hour ?? '', minute: parts.minute ?? '', serial }
}

/** The words for times as an organisation in `zone` reads them. Times are RFC 3339, days YYYY-MM-DD. */
export function dates(language: Language, zone: string) {
  const words = WORDS[language]
  const of = (time: string | Date): Local => local(new Date(time), zone)
  const long = ({ day, month }: Local): string => words.date(day, words.months[month] ?? '')
  const short = ({ day, month }: Local): string => words.date(day, words.short[month] ?? '')
  const clockOf = ({ hour, minute }: Local): string => words.clock(hour, minute)
  const weekday = (one: Local): string => words.weekdays[one.weekday] ?? ''
  const plain = (day: string): Local => local(new Date(`${day}T12:00:00Z`), 'UTC')
  return {
    /** "mandag 23. november" */
    day: (time: string): string => `${weekday(of(time))} ${long(of(time))}`,
    /** "23. nov." */
    short: (time: string): string => short(of(time)),
    /** "14. mars 2027", of a plain day. */
    date: (day: string): string => `${long(plain(day))} ${plain(day).year}`,
    /** "19. november 2026": the day of a moment. */
    dated: (time: string): string => `${long(of(time))} ${of(time).year}`,
    /** "kl. 06.00" */
    clock: (time: string): string => clockOf(of(time)),
    /** "16.–22. nov." */
    range(from: string, to: string): string {
      const [first, last] = [plain(from), plain(to)]
      if (first.month !== last.month) return `${short(first)}–${short(last)}`
      return `${words.date(first.day, '')}–${short(last)}`
    },
    /** "til søndag": the last day on which something is still open, seen from `now`. */
    until(closes: string, now: Date): string {
      const last = of(new Date(Date.parse(closes) - 1))
      const days = last.serial - of(now).serial
      if (days <= 0) return words.tonight
      return words.until(days < 7 ? weekday(last) : short(last))
    },
    /** "i dag kl. 16.00", "i morgen kl. 06.00", "på fredag", "5. des.": something that is to come, seen from `now`. */
    by(time: string, now: Date): string {
      const one = of(time)
      const days = one.serial - of(now).serial
      if (days <= 1) return `${days <= 0 ? words.today : words.tomorrow} ${clockOf(one)}`
      return days < 7 ? words.on(weekday(one)) : short(one)
    },
    /** "i dag kl. 11.40", "i går kl. 19.40", "3. nov. kl. 08.15" */
    moment(time: string, now: Date): string {
      const one = of(time)
      const days = of(now).serial - one.serial
      const day = days === 0 ? words.today : days === 1 ? words.yesterday : short(one)
      return `${day} ${clockOf(one)}`
    },
  }
}
