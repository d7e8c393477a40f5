/** The cards in their order: chosen, moved by dragging and by keys, copied, taken out. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { editor } from '../../../text/editor'
import { Icon } from '../../../ui/Icon'
import { cardsOf, typeOf, variantsOf } from './cards'
import { useForm } from './form'
import { type Thing, textAt } from './places'
import type { Check } from './shapes'
import { Tool } from './Tool'

export type Place = number | 'settings'

type Props = {
  chosen: Place
  onChoose: (place: Place) => void
  onMove: (from: number, to: number) => void
  onNew: () => void
  onPaste: () => void
  onCopy: (number: number) => void
  onRemove: (number: number) => void
}

export function CardList({ chosen, onChoose, onMove, onNew, onPaste, onCopy, onRemove }: Props) {
  const t = editor()
  const { document, checks } = useForm()
  const [dragged, setDragged] = useState<number | null>(null)
  const [over, setOver] = useState<number | null>(null)
  const cards = cardsOf(document)
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' }), [chosen])
  const drop = (to: number) => {
    if (dragged !== null) onMove(dragged, to)
    setDragged(null)
    setOver(null)
  }
  return (
    <div class="stack">
      <button type="button" class="editor-card" aria-current={chosen === 'settings' ? 'true' : undefined} onClick={() => onChoose('settings')}>
        <span class="editor-number-of"><Icon name="info" small /></span><span class="grow">{t.settings} <Counts checks={checks.filter(({ place }) => !place.startsWith('cards['))} /></span>
      </button>
      {cards.length === 0 && <p class="sm dim"><strong class="two">{t.noCards}</strong>{t.noCardsWhy}</p>}
      <ol class="editor-cards" ref={list}>
        {cards.map((card, number) => (
          // Dragging is a second way: the buttons below the list and the keys do the same.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <li
            key={String(card.id)} draggable class={over === number ? 'over' : undefined}
            onDragStart={(event) => { event.dataTransfer?.setData('text/plain', String(card.id)); setDragged(number) }}
            onDragOver={(event) => { if (dragged !== null) { event.preventDefault(); setOver(number) } }}
            onDragEnd={() => { setDragged(null); setOver(null) }}
            onDrop={(event) => { event.preventDefault(); drop(number) }}
          >
            <button type="button" class="editor-card" data-card={number} aria-current={chosen === number ? 'true' : undefined} onClick={() => onChoose(number)}>
              <span class="editor-number-of">{number + 1}</span>
              <span class="grow"><Told card={card} /><Counts checks={checks.filter(({ place }) => place.startsWith(`cards[${number}]`))} /></span>
            </button>
          </li>
        ))}
      </ol>
      {typeof chosen === 'number' && cards[chosen] && (
        <div class="editor-tools start" role="group" aria-label={t.cardOf(chosen + 1)}>
          <Tool label={t.moveUp} icon="ned" turned="up" off={chosen === 0} onDo={() => onMove(chosen, chosen - 1)} />
          <Tool label={t.moveDown} icon="ned" off={chosen === cards.length - 1} onDo={() => onMove(chosen, chosen + 1)} />
          <Tool label={t.copyCard} icon="kopi" onDo={() => onCopy(chosen)} />
          <Tool label={t.removeCard} icon="x" onDo={() => onRemove(chosen)} />
        </div>
      )}
      <button type="button" class="btn s" aria-keyshortcuts="c" onClick={onNew}><Icon name="pluss" small />{t.newCard}</button>
      <button type="button" class="btn t" aria-keyshortcuts="Control+Shift+V" onClick={onPaste}>{t.pasteText}</button>
    </div>
  )
}

function Told({ card }: { card: Thing }) {
  const t = editor()
  const { shown } = useForm()
  const face = variantsOf(card)[0] ?? card
  const text = textAt(face, ['prompt'], shown[0] ?? 'nb') || textAt(face, ['body'], shown[0] ?? 'nb')
  return <><span class="two xs dim">{t.types[typeOf(card)]}</span><span class={text ? 'editor-prompt' : 'editor-prompt dim'}>{text || t.unwritten}</span></>
}

function Counts({ checks }: { checks: readonly Check[] }) {
  const t = editor()
  const blocks = checks.filter(({ severity }) => severity === 'block').length
  const advises = checks.length - blocks
  return (
    <>
      {blocks > 0 && <span class="chip w"><Icon name="info" />{t.mustMend(blocks)}</span>}
      {advises > 0 && <span class="chip"><Icon name="info" />{t.shouldSee(advises)}</span>}
    </>
  )
}
