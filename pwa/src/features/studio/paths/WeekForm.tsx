/** One week of a path: what it says, where it lies, and its posts in order. */
import { useRef, useState } from 'preact/hooks'
import { paths } from '../../../text/paths'
import { Icon } from '../../../ui/Icon'
import { MOST_POSTS, TERRAINS, type Tongue, type Week, moved } from './document'
import { PostPicker } from './PostPicker'
import { TextFields } from './TextFields'

type Props = {
  week: Week
  number: number
  last: number
  languages: readonly Tongue[]
  titles: Record<string, string>
  isOpen: boolean
  change: (week: Week) => void
  add: (module: string, title: string) => void
  move: (by: -1 | 1) => void
  remove: () => void
}

export function WeekForm({ week, number, last, languages, titles, isOpen, change, add, move, remove }: Props) {
  const t = paths()
  const [picking, setPicking] = useState(false)
  const name = t.week(number)
  return (
    <fieldset class="card stack">
      <legend class="lead">{name}</legend>
      {isOpen && <p class="note"><Icon name="info" small /><span><strong>{t.isOpen}.</strong> {t.openWhy}</span></p>}
      <TextFields of={week} languages={languages} change={(field, texts) => change({ ...week, [field]: texts })} />
      <label class="field">
        <span>{t.terrain}</span>
        <select class="inp" value={week.terrain} onChange={(event) => change({ ...week, terrain: event.currentTarget.value })}>
          {TERRAINS.map((one) => <option key={one} value={one}>{t.terrains[one]}</option>)}
        </select>
      </label>
      <h3>{t.posts}</h3>
      {week.activities.length === 0 && <p class="sm dim">{t.noPosts}</p>}
      <Posts week={week} titles={titles} change={change} />
      {week.activities.length < MOST_POSTS && <button type="button" class="btn s" onClick={() => setPicking(true)}>{t.addPost}</button>}
      {picking && (
        <PostPicker
          taken={week.activities.map(({ module }) => module)} close={() => setPicking(false)}
          pick={(slug, title) => {
            setPicking(false)
            add(slug, title)
          }}
        />
      )}
      <div class="dialog-row">
        {number > 1 && <button type="button" class="btn t" onClick={() => move(-1)}>{t.up(name)}</button>}
        {number <= last && <button type="button" class="btn t" onClick={() => move(1)}>{t.down(name)}</button>}
        {!isOpen && last > 0 && <button type="button" class="btn t" onClick={remove}>{t.removeWeek(number)}</button>}
      </div>
    </fieldset>
  )
}

function Posts({ week, titles, change }: { week: Week; titles: Record<string, string>; change: (week: Week) => void }) {
  const t = paths()
  const [said, setSaid] = useState('')
  const held = useRef<number | null>(null)
  const put = (from: number, to: number) => {
    const one = week.activities[from]
    if (!one || from === to || to < 0 || to >= week.activities.length) return
    setSaid(t.moved(titles[one.module] ?? one.module, to + 1))
    change({ ...week, activities: moved(week.activities, from, to) })
  }
  function grasp(event: PointerEvent) {
    const target = event.target instanceof Element ? event.target : null
    const row = target?.closest<HTMLElement>('[data-place]')
    if (event.pointerType === 'touch' || event.button !== 0 || !row || target?.closest('button')) return
    held.current = Number(row.dataset.place)
    if (event.currentTarget instanceof Element) event.currentTarget.setPointerCapture(event.pointerId)
  }

  function pull(event: PointerEvent) {
    if (held.current === null) return
    const under = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-place]')
    if (!under || under.parentElement !== event.currentTarget) return
    const to = Number(under.dataset.place)
    put(held.current, to)
    held.current = to
  }

  function release() {
    held.current = null
  }

  return (
    <>
      <p class="sr" role="status">{said}</p>
      <ol class="list path-posts" onPointerDown={grasp} onPointerMove={pull} onPointerUp={release} onPointerCancel={release}>
        {week.activities.map(({ id, module }, place) => {
          const title = titles[module] ?? module
          return (
            <li key={id} class="row" data-place={place}>
              <span class="grow">{place + 1}. {title}</span>
              <span class="path-buttons">
                <button type="button" class="icon up" aria-label={t.up(title)} aria-disabled={place === 0} onClick={() => put(place, place - 1)}><Icon name="ned" /></button>
                <button type="button" class="icon" aria-label={t.down(title)} aria-disabled={place === week.activities.length - 1} onClick={() => put(place, place + 1)}><Icon name="ned" /></button>
                <button type="button" class="icon" aria-label={t.remove(title)} onClick={() => change({ ...week, activities: week.activities.filter((_, at) => at !== place) })}><Icon name="x" /></button>
              </span>
            </li>
          )
        })}
      </ol>
    </>
  )
}
