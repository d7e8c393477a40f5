/** A picture to look around in: numbered spots, each a button on the picture and one in the list below. */
import { useId, useState } from 'preact/hooks'
import type { DiscoverCard, Spot } from '../../../rules/cards'
import { cards } from '../../../text/cards'
import { Icon } from '../../../ui/Icon'
import { idsOf } from '../answering'
import type { Parts, ToldProps } from '../kinds'
import { Prose } from '../Prose'
import { Scene, placed } from './Scene'

type Open = { spot: Spot; on: 'picture' | 'list' } | null

function Discover({ card, draft, onDraft }: ToldProps<DiscoverCard>) {
  const t = cards()
  const below = useId()
  const [open, setOpen] = useState<Open>(null)
  const { spots } = card
  const found = idsOf(draft)
  const isOpen = (spot: Spot, on: 'picture' | 'list') => open?.on === on && open.spot.id === spot.id
  const turn = (spot: Spot, on: 'picture' | 'list') => {
    setOpen(isOpen(spot, on) ? null : { spot, on })
    if (!found.includes(spot.id)) onDraft([...found, spot.id])
  }
  const dot = (spot: Spot, i: number) => {
    const isFound = found.includes(spot.id)
    const name = t.spot(i + 1, spots.length)
    return (
      <button
        key={spot.id} type="button" class="spot" style={placed(spot)} data-spot={spot.id} data-found={isFound}
        aria-label={isFound ? `${name}: ${spot.text}` : name} aria-expanded={isOpen(spot, 'picture')} aria-controls={below}
        onClick={() => turn(spot, 'picture')}
      >
        <b aria-hidden="true">{isFound ? <Icon name="ok" /> : i + 1}</b>
      </button>
    )
  }
  const row = (spot: Spot, i: number) => {
    const isFound = found.includes(spot.id)
    const opened = isOpen(spot, 'list')
    return (
      <li key={spot.id}>
        <button type="button" class="row low" data-row={spot.id} aria-expanded={opened} onClick={() => turn(spot, 'list')}>
          <b class={isFound ? 'sign on' : 'sign'} aria-hidden="true">{isFound ? <Icon name="ok" small /> : i + 1}</b>
          <span class="grow">
            <span class="sr">{t.spot(i + 1, spots.length)}: </span>
            {isFound ? <strong>{spot.text}</strong> : <span class="dim">{t.look}</span>}
          </span>
          <Icon name="ned" small turns={opened} />
        </button>
        {opened && <Prose text={spot.explanation ?? ''} />}
      </li>
    )
  }
  return (
    <>
      <Scene picture={card.picture}>{spots.map(dot)}</Scene>
      <div class="scene-told" id={below} role="status">
        {open?.on === 'picture' && <><strong>{open.spot.text}</strong><Prose text={open.spot.explanation ?? ''} /></>}
      </div>
      <p class="sm dim">{found.length === 0 ? t.discoverHelp : t.found(found.length, spots.length)}</p>
      <ol class="list scene-list">{spots.map(row)}</ol>
    </>
  )
}

export default { Told: Discover, showsPicture: true } satisfies Parts<DiscoverCard>
