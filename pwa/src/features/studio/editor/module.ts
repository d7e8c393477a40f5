/** What is done to a post as a whole. */
import type { Language } from '../../../api/types'
import { LANGUAGES } from '../../../text'
import { type Json, type Thing, isThing, put } from './places'
import { isText } from './serving'

/** A short name in small letters, made of words. */
export function slugOf(words: string): string {
  const plain = words.toLowerCase().replaceAll('æ', 'ae').replaceAll('ø', 'o').replaceAll('å', 'a').normalize('NFKD')
  return (plain.match(/[a-z0-9]+/g) ?? []).join('-').slice(0, 60).replace(/-+$/, '')
}

export function languagesOf(document: Thing): Language[] {
  const spoken = Array.isArray(document.languages) ? document.languages : []
  const known = LANGUAGES.filter((each) => spoken.includes(each))
  // The first is the one that the others are made from.
  return known.length > 0 ? [...known].sort((one, other) => spoken.indexOf(one) - spoken.indexOf(other)) : ['nb']
}

export function withLanguage(document: Thing, language: Language): Thing {
  return languagesOf(document).includes(language) ? document : { ...document, languages: [...languagesOf(document), language] }
}

/** Without it, and without every text in it; undo brings them back. */
export function withoutLanguage(document: Thing, language: Language): Thing {
  const languages = languagesOf(document).filter((each) => each !== language)
  return put(unspoken(document, language) as Thing, ['languages'], languages)
}

function unspoken(part: Json, language: Language): Json {
  if (Array.isArray(part)) return part.map((each) => unspoken(each, language))
  if (!isThing(part)) return part
  const kept = Object.entries(part).map(([name, value]) => {
    if (!isThing(value) || !isText(name, value)) return [name, unspoken(value, language)] as const
    const { [language]: _gone, ...rest } = value
    return [name, rest] as const
  })
  return Object.fromEntries(kept)
}

export type Coverage = { done: number; all: number }

/** How many of the texts written in the first language are there in another. */
export function coverage(document: Thing, source: Language, language: Language): Coverage {
  const found: Coverage = { done: 0, all: 0 }
  const walk = (part: Json): void => {
    if (Array.isArray(part)) return part.forEach(walk)
    if (!isThing(part)) return
    for (const [name, value] of Object.entries(part)) {
      if (isThing(value) && isText(name, value)) {
        if (!says(value[source])) continue
        found.all += 1
        if (says(value[language])) found.done += 1
      } else if (value !== undefined) walk(value)
    }
  }
  walk(document)
  return found
}

function says(text: Json | undefined): boolean {
  return Array.isArray(text) ? text.length > 0 : text !== undefined && text !== ''
}
