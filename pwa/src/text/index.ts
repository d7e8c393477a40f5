/** The language of the screens. Each feature's words stand in `text/<language>/<feature>.ts` with the same keys. */
import { effect, signal } from '@preact/signals'
import type { Language } from '../api/types'

export const LANGUAGES: readonly Language[] = ['nb', 'nn', 'en']

/** The language's own name, the same whatever language is shown. */
export const LANGUAGE_NAMES: Record<Language, string> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' }

/** The first language of a browser's list that we speak; `no` counts as bokmål. */
export function firstKnown(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const base = tag.toLowerCase().split('-')[0]
    if (base === 'nn') return 'nn'
    if (base === 'nb' || base === 'no') return 'nb'
    if (base === 'en') return 'en'
  }
  return 'nb'
}

export const language = signal<Language>(firstKnown(typeof navigator === 'undefined' ? [] : navigator.languages))

if (typeof document !== 'undefined') {
  effect(() => {
    document.documentElement.lang = language.value
  })
}

/** The words of a feature in the language chosen now. Reading it in a component follows a change at once. */
export function choose<Words>(all: Record<Language, Words>): () => Words {
  return () => all[language.value]
}
