/** Things to be put in buckets: for each a native group of radio buttons, one tap a thing. */
import { useRef } from 'preact/hooks'
import type { SortCard } from '../../../rules/cards'
import { cards } from '../../../text/cards'
import { pairsOf, shownIds } from '../answering'
import { textOf } from '../explaining'
import type { FieldProps } from '../fields'
import { useNumberKeys } from '../keys'
import type { LinesProps, Parts } from '../kinds'
import { PlacedLines } from '../Lines'
import './sort.css'

function SortField({ card, seed, draft, labelledBy, onDraft }: FieldProps<SortCard>) {
  const t = cards()
  const places = pairsOf(draft)
  const shown = shownIds(card, seed)
  const field = useRef<HTMLDivElement>(null)
  const put = (item: string, bucket: string) => onDraft({ ...places, [item]: bucket })
  // A number puts the thing in focus, else the first that is left, in the bucket of that place.
  useNumberKeys(card.buckets.length, (place) => {
    const focused = document.activeElement instanceof HTMLInputElement ? document.activeElement.dataset.item : undefined
    const left = shown.filter((id) => !Object.hasOwn(places, id))
    const item = focused ?? left[0]
    const bucket = card.buckets[place]?.id
    if (item === undefined || bucket === undefined) return
    put(item, bucket)
    const next = left.find((id) => id !== item) ?? item
    field.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(next)}"]`)?.focus()
  })
  return (
    <div role="group" aria-labelledby={labelledBy} class="stack" ref={field}>
      {shown.map((id) => (
        <fieldset class={Object.hasOwn(places, id) ? 'card sort in' : 'card sort'} key={id} aria-labelledby={`${card.id}-${id}-name`}>
          <h2 class="play-left" id={`${card.id}-${id}-name`}>{textOf(card.options, id)}<span class="sr">. {t.sortInto}</span></h2>
          <div class="sort-ways">
            {card.buckets.map((bucket) => (
              <label class="opt" key={bucket.id}>
                <input
                  class="sr" type="radio" name={`${card.id}-${id}`} value={bucket.id} data-item={id} checked={places[id] === bucket.id}
                  onChange={() => put(id, bucket.id)}
                />
                <b />
                <span>{bucket.text}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <p class="sm dim" role="status">{t.sorted(Object.keys(places).length, shown.length)}</p>
    </div>
  )
}

function SortLines({ card, response, seed }: LinesProps<SortCard>) {
  const things = shownIds(card, seed).flatMap((id) => card.options.filter((option) => option.id === id))
  return <PlacedLines things={things} places={card.buckets} wanted={card.key} response={response} />
}

export default { Field: SortField, Lines: SortLines } satisfies Parts<SortCard>
