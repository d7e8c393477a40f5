/** The way to a field: which one a check is about, and the focus once the screen shows it. */
import { useEffect, useState } from 'preact/hooks'
import { cardsOf, typeOf } from './cards'
import { listsOf } from './kinds'
import type { Thing } from './places'
import type { Check } from './shapes'

/** A check about a key is about the things it names. */
export function named({ place }: Check, document: Thing): string {
  const [, number] = /^cards\[(\d+)\].*\bkey$/.exec(place) ?? []
  const card = number === undefined ? undefined : cardsOf(document)[Number(number)]
  const list = card && listsOf(typeOf(card)).find(({ marking, paired }) => marking || paired)
  return list ? place.replace(/key$/, list.name) : place
}

/** Gives the focus to the first of these fields that is there, once the screen shows it. */
export function useFocus(): (ids: readonly string[]) => void {
  const [wanted, focus] = useState<readonly string[]>([])
  useEffect(() => {
    const found = wanted.map((id) => globalThis.document.getElementById(id)).find((each) => each !== null)
    if (!found) return
    for (let fold = found.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) fold.open = true
    const field = found.matches('textarea, input, select, button') ? found : found.querySelector<HTMLElement>('textarea, input, select, button')
    field?.focus()
    found.scrollIntoView({ block: 'nearest' })
  }, [wanted])
  return focus
}
