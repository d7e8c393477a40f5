/** What every field of the form is given: the draft, the languages that stand side by side, and how to change it. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Language } from '../../../api/types'
import { type Json, type Place, type Thing, at, placeOf, put, stepsOf } from './places'
import type { Check } from './shapes'

export type Form = {
  document: Thing
  /** The language one writes in, and that which stands beside it. */
  shown: readonly Language[]
  checks: readonly Check[]
  change: (document: Thing, what?: string) => void
}

export const FormContext = createContext<Form>({ document: {}, shown: ['nb'], checks: [], change: () => undefined })

export const useForm = (): Form => useContext(FormContext)

/** What stands at a place, and how to put something else there as one step. */
export function useValue(place: Place): [Json | undefined, (value: Json | undefined) => void] {
  const { document, change } = useForm()
  return [at(document, place), (value) => change(put(document, place, value), placeOf(place))]
}

/** The id of the field at a place. */
export const fieldId = (place: Place): string => `f:${placeOf(place)}`

const LANGUAGES: readonly unknown[] = ['nb', 'nn', 'en']

/** Faults that an empty field shows by itself. */
const EMPTY = new Set(['missing', 'empty', 'language_missing', 'each_language', 'count'])

/** The place of a check without its language, and the language where it has one. */
export function placed({ place, language }: Pick<Check, 'place' | 'language'>): { steps: Place; language: Language | null } {
  const steps = stepsOf(place)
  const last = steps.at(-1)
  if (!LANGUAGES.includes(last)) return { steps, language }
  return { steps: steps.slice(0, -1), language: last as Language }
}

/** What is to be told at the field of a text in a language. */
export function toldAt(checks: readonly Check[], place: Place, language: Language): Check[] {
  const here = placeOf(place)
  return checks.filter((check) => {
    if (EMPTY.has(check.code)) return false
    const at = placed(check)
    return placeOf(at.steps) === here && (at.language === null || at.language === language)
  })
}

/** Whether a translation is older than its source. */
export function isStale({ code }: Pick<Check, 'code'>): boolean {
  return code === 'stale'
}

/** The ids of fields to go to for a check, the nearest first. */
export function idsFor(check: Pick<Check, 'place' | 'language'>, source: Language): string[] {
  const { steps, language } = placed(check)
  const ids = [[...steps, language ?? source], steps].map(fieldId)
  for (let length = steps.length - 1; length > 0; length -= 1) ids.push(fieldId(steps.slice(0, length)))
  return ids
}
