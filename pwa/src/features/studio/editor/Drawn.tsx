/** Points and boxes on the card's picture: set by pointing, by dragging, by the arrow keys, and by numbers. */
import { useRef } from 'preact/hooks'
import { editor } from '../../../text/editor'
import { shownItems, withItem } from './cards'
import { type Point, centred, shifted, stretched } from './drawing'
import { useForm } from './form'
import { NumberInput } from './Inputs'
import type { ItemsField } from './kinds'
import { type Place, type Thing, at, isThing, placeOf, put, thingsAt } from './places'
import { usePictureUrl } from './pictures'
import { letterOf } from './Tool'

const STEPS: Record<string, Point> = { ArrowLeft: { x: -0.01, y: 0 }, ArrowRight: { x: 0.01, y: 0 }, ArrowUp: { x: 0, y: -0.01 }, ArrowDown: { x: 0, y: 0.01 } }

type Props = { place: Place; field: ItemsField }

export function Drawn({ place, field }: Props) {
  const t = editor()
  const { document, change } = useForm()
  const area = useRef<HTMLDivElement>(null)
  const card = at(document, place)
  const media = at(card, ['picture', 'media'])
  const url = usePictureUrl(typeof media === 'string' ? media : null)
  if (!isThing(card)) return null
  const items = shownItems(card, field)
  const placeFor = (item: Thing) => [...place, field.name, thingsAt(card, [field.name]).findIndex(({ id }) => id === item.id)]
  const set = (item: Thing) => change(put(document, placeFor(item), item), `${placeOf(placeFor(item))}.drawn`)
  const pointed = (event: PointerEvent | MouseEvent): Point => {
    const { left, top, width, height } = (area.current as HTMLElement).getBoundingClientRect()
    return { x: (event.clientX - left) / width, y: (event.clientY - top) / height }
  }
  const added = (event: MouseEvent) => {
    if (event.target !== event.currentTarget || items.length >= field.most) return
    const more = withItem(card, field)
    const list = thingsAt(more, [field.name])
    const last = centred(list.at(-1) as Thing, pointed(event))
    change(put(document, place, { ...more, [field.name]: [...list.slice(0, -1), last] }))
  }
  if (!url) return <p class="sm dim">{t.pictureFirst}</p>
  return (
    <div class="stack">
      <p class="sm dim">{t.drawHelp}</p>
      <div class="editor-drawn" ref={area}>
        <img src={url} alt="" draggable={false} />
        {/* Pointing is a shortcut: the button below the list adds a thing too, and its numbers place it. */}
        {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
        <div class="editor-area" onClick={added}>
          {items.map((item, number) => <Spot key={String(item.id)} item={item} box={field.drawn === 'box'} letter={letterOf(number)} pointed={pointed} onSet={set} />)}
        </div>
      </div>
      <div class="editor-numbers">
        {items.map((item, number) => (
          <fieldset key={String(item.id)}>
            <legend class="xs">{t.placeIn(letterOf(number))}</legend>
            <NumberInput place={[...placeFor(item), 'x']} label={t.across} factor={100} least={0} most={100} />
            <NumberInput place={[...placeFor(item), 'y']} label={t.down} factor={100} least={0} most={100} />
            {field.drawn === 'box' && <NumberInput place={[...placeFor(item), 'w']} label={t.wide} factor={100} least={1} most={100} />}
            {field.drawn === 'box' && <NumberInput place={[...placeFor(item), 'h']} label={t.high} factor={100} least={1} most={100} />}
          </fieldset>
        ))}
      </div>
    </div>
  )
}

type SpotProps = { item: Thing; box: boolean; letter: string; pointed: (event: PointerEvent) => Point; onSet: (item: Thing) => void }

function Spot({ item, box, letter, pointed, onSet }: SpotProps) {
  const held = useRef<{ from: Point; item: Thing; corner: boolean } | null>(null)
  const percent = (value: unknown) => `${100 * (typeof value === 'number' ? value : 0)}%`
  const grip = (event: PointerEvent) => {
    const corner = event.target instanceof Element && event.target.classList.contains('corner')
    held.current = { from: pointed(event), item, corner }
    ;(event.currentTarget as Element).setPointerCapture(event.pointerId)
  }
  const drag = (event: PointerEvent) => {
    if (!held.current) return
    const { from, item: before, corner } = held.current
    const now = pointed(event)
    onSet((corner ? stretched : shifted)(before, { x: now.x - from.x, y: now.y - from.y }))
  }
  const press = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    onSet((event.shiftKey && box ? stretched : shifted)(item, step))
  }
  const drop = () => {
    held.current = null
  }
  return (
    <button
      type="button" class={box ? 'editor-spot box' : 'editor-spot'} aria-label={editor().placeIn(letter)}
      style={{ left: percent(item.x), top: percent(item.y), ...(box ? { width: percent(item.w), height: percent(item.h) } : {}) }}
      onPointerDown={grip} onPointerMove={drag} onPointerUp={drop} onPointerCancel={drop} onKeyDown={press}
    >
      <b>{letter}</b>{box && <i class="corner" />}
    </button>
  )
}
