/** *Merker*: those one has and those one can earn, each with its own page over the screen; the hidden ones as a number. */
import { useEffect, useState } from 'preact/hooks'
import * as answers from '../../answers'
import type { EarnedBadge } from '../../api/types'
import { badges } from '../../text/badges'
import { when } from '../../text/when'
import { Badge } from '../../ui/Badge'
import { Dialog } from '../../ui/Dialog'
import { BadgeFile } from './BadgeFile'
import './badges.css'

export function Badges() {
  const { data } = answers.badges.state.value
  const [open, setOpen] = useState<string | null>(null)
  useEffect(() => void answers.badges.refresh(), [])
  if (!data) return null
  const t = badges()
  const chosen = data.items.find(({ slug }) => slug === open)
  const earned = data.items.filter(({ earned_at }) => earned_at !== null).length
  return (
    <section class="card stack" aria-labelledby="badges">
      <div class="rowx"><h2 class="grow" id="badges">{t.title}</h2>{earned > 0 && <span class="sm dim">{t.count(earned)}</span>}</div>
      <ul class="badges">
        {data.items.map((one) => <li key={one.slug}><Tile one={one} onOpen={() => setOpen(one.slug)} /></li>)}
      </ul>
      {data.hidden > 0 && <p class="sm dim">{t.hidden(data.hidden)}</p>}
      {chosen && <Opened one={chosen} onClose={() => setOpen(null)} />}
    </section>
  )
}

function Tile({ one, onOpen }: { one: EarnedBadge; onOpen: () => void }) {
  const t = badges()
  return (
    <button type="button" class="badges-tile" aria-haspopup="dialog" onClick={onOpen}>
      <Badge drawing={one.drawing} ahead={one.earned_at === null} />
      <span class="sm badges-name">{one.name}</span>
      <span class="xs dim">{one.earned_at ? when().short(one.earned_at) : t.ahead}</span>
    </button>
  )
}

function Opened({ one, onClose }: { one: EarnedBadge; onClose: () => void }) {
  const t = badges()
  return (
    <Dialog title={one.name} onClose={onClose}>
      <div class="badges-large"><Badge drawing={one.drawing} ahead={one.earned_at === null} /></div>
      {one.earned_at === null && <p class="sm dim">{t.howTo}</p>}
      <p>{one.description}</p>
      {one.earned_at && <><p class="sm dim">{t.earnedOn(when().dated(one.earned_at))}</p><BadgeFile one={one} /></>}
      <button type="button" class="btn t" onClick={onClose}>{t.close}</button>
    </Dialog>
  )
}
