/** Dates in the language and time zone of the person who is signed in. */
import { current } from '../session'
import { dates } from './dates'
import { language } from './index'

export function when() {
  return dates(language.value, current.value?.organisation.time_zone ?? 'Europe/Oslo')
}
