/** Things to find in a picture: by a touch on it, or from a list that says what is in it. */
import { useRef, useState } from 'preact/hooks'
import type { HotspotCard, Region } from '../../../rules/cards'
import { cards } from '../../../text/cards'
import { Icon } from '../../../ui/Icon'
import { idsOf, shownIds, toggled } from '../answering'
import { type Mark, markIn } from '../explaining'
import type { FieldProps } from '../fields'
import { useNumberKeys } from '../keys'
import type { LinesProps, Parts } from '../kinds'
import { Line } from '../Lines'
import { Scene, placed } from './Scene'
import { type Point, type Size, regionAt } from './scene'

/** The regions in the order of this attempt, which is what their numbers go by. */
function numbered({ regions, ...card }: HotspotCard, seed: number): Region[] {
  const shown = shownIds({ ...card, regions }, seed)
  return shown.flatMap((id) => regions.filter((region) => region.id === id))
}

function HotspotField({ card, seed, draft, labelledBy, onDraft }: FieldProps<HotspotCard>) {
  const t = cards()
  const regions = numbered(card, seed)
  const chosen = idsOf(draft)
  const list = useRef<HTMLFieldSetElement>(null)
  const [told, setTold] = useState('')
  const [open, setOpen] = useState(false)
  const turn = (region: Region) => {
    const number = regions.indexOf(region) + 1
    setTold((chosen.includes(region.id) ? t.unmarked : t.marked)(number, region.text))
    onDraft(toggled(card.regions.map(({ id }) => id), chosen, region.id))
  }
  const touch = (at: Point, size: Size) => {
    const meant = regionAt(card.regions, at, size)
    const region = regions.find(({ id }) => id === meant?.id)
    if (region) turn(region)
    else setTold(t.nothingThere)
  }
  useNumberKeys(open ? regions.length : 0, (place) => {
    turn(regions[place] as Region)
    list.current?.querySelectorAll('input')[place]?.focus()
  })
  return (
    <div role="group" aria-labelledby={labelledBy} class="stack">
      <p class="sm dim">{t.hotspotHelp}</p>
      <Scene picture={card.picture} onTouch={touch}>
        {regions.map((region, i) => chosen.includes(region.id) && (
          <span class="mark" style={placed(region)} key={region.id} aria-hidden="true"><b class="sign">{i + 1}</b></span>
        ))}
      </Scene>
      <p class="sm scene-say" role="status">{told}</p>
      {chosen.length > 0 && (
        <ul class="scene-chips" aria-label={t.markedNow}>
          {regions.map((region, i) => chosen.includes(region.id) && <li class="chip g" key={region.id}>{i + 1}. {region.text}</li>)}
        </ul>
      )}
      <details class="scene-fold" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t.hotspotList}<Icon name="ned" small turns /></summary>
        <fieldset class="stack" aria-labelledby={labelledBy} ref={list}>
          {regions.map((region, i) => (
            <label class="opt scene-opt" key={region.id}>
              <input
                class="sr" type="checkbox" name={card.id} value={region.id} checked={chosen.includes(region.id)} onChange={() => turn(region)}
              />
              <b class="box" />
              <span><span class="sign">{i + 1}</span>{region.text}</span>
            </label>
          ))}
        </fieldset>
      </details>
    </div>
  )
}

const LOOKS: Record<Mark, string> = { own: 'mark w', own_right: 'mark g', right: 'mark g', plain: 'mark plain' }

function HotspotLines({ card, response, seed }: LinesProps<HotspotCard>) {
  const t = cards()
  const regions = numbered(card, seed)
  const word: Record<Mark, string> = { own: t.wronglyMarked, own_right: t.rightlyMarked, right: t.missed, plain: t.leftAlone }
  return (
    <>
      <Scene picture={card.picture}>
        {regions.map((region, i) => {
          const mark = markIn(card.key, response, region.id)
          return (
            <span class={LOOKS[mark]} style={placed(region)} key={region.id} aria-hidden="true">
              <b class="sign">{i + 1}{mark !== 'plain' && <Icon name={mark === 'own' ? 'igjen' : 'ok'} small />}</b>
            </span>
          )
        })}
      </Scene>
      <ol class="stack">
        {regions.map((region, i) => {
          const mark = markIn(card.key, response, region.id)
          return <Line key={region.id} mark={mark} word={word[mark]} text={region.text} number={i + 1} />
        })}
      </ol>
    </>
  )
}

export default { Field: HotspotField, Lines: HotspotLines, showsPicture: true } satisfies Parts<HotspotCard>
