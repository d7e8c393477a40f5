/** What the checker of packages says, in words: where it is, and how to mend it. */
import type { Fault } from '../../api/types'
import type { FaultsText } from '../../text/nb/faults'

/** The faults of each file, in the order they came. */
export function byFile(faults: readonly Fault[]): [string, Fault[]][] {
  const files = [...new Set(faults.map(({ file }) => file))]
  return files.map((name) => [name, faults.filter(({ file }) => file === name)])
}

/** `cards[0].options[1].text.nb` is card 1, answer 2, text, nb. Fields without a word of their own stand as they are. */
export function placeIn(place: string, { places }: FaultsText): string {
  return place.split('.').map((step) => {
    const [, field = step, numbers = ''] = /^([^[]+)((?:\[\d+\])*)$/.exec(step) ?? []
    const counted = [...numbers.matchAll(/\d+/g)].map(([number]) => Number(number) + 1)
    return [places[field] ?? field, ...counted].join('\u00a0')
  }).join(', ')
}

/** The remedy in the language chosen; a code from a newer server comes in the server's own English. */
export function sentenceOf({ code, given, remedy }: Fault, { remedies, whats }: FaultsText): string {
  const sentence = remedies[code]
  if (sentence === undefined) return remedy
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = given[name] ?? whole
    return name === 'what' ? (whats[value] ?? value) : value
  })
}
