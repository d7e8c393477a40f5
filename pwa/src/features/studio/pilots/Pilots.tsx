/** Utprøving: who tries which posts out, and what they have answered; of one post, also the way to begin. */
import { useState } from 'preact/hooks'
import type { Page, Pilot } from '../../../api/types'
import { paths } from '../../../text/paths'
import { studio } from '../../../text/studio'
import { Message } from '../../../ui/States'
import { Absent, Pages, useAnswer } from '../asking'
import type { Opened } from '../editor/shapes'
import { Frame } from '../Frame'
import { PilotCard } from './PilotCard'
import { PilotForm } from './PilotForm'

export default function Pilots({ module }: { module: string | null }) {
  const t = paths()
  const [number, setNumber] = useState(1)
  const [making, setMaking] = useState(false)
  const asked = useAnswer<Page<Pilot>>(`/studio/pilots?page=${number}${module ? `&module=${encodeURIComponent(module)}` : ''}`)
  const page = asked.data
  const isOpen = page?.items.some(({ state }) => state === 'open') ?? true
  const back = { to: module ? `/studio/post/${module}` : '/studio', label: studio().places.modules }
  return (
    <Frame on="modules" title={t.pilots} back={back}>
      <div class="stack studio-narrow">
        <p class="sm dim">{t.pilotsWhy}</p>
        {module && page && !isOpen && !making && <button type="button" class="btn slim" onClick={() => setMaking(true)}>{t.newPilot}</button>}
        {module && making && (
          <Begin
            module={module} done={() => {
              setMaking(false)
              asked.again()
            }}
          />
        )}
        {!page || asked.error ? <Absent asked={asked} />
          : page.total === 0 ? !making && <Message icon="spor" title={t.noPilots} why={t.noPilotsWhy} />
          : page.items.map((pilot) => <PilotCard key={pilot.id} pilot={pilot} changed={asked.again} />)}
        {page && <Pages page={page} label={t.pilots} turnTo={setNumber} />}
      </div>
    </Frame>
  )
}

function Begin({ module, done }: { module: string; done: () => void }) {
  const asked = useAnswer<Opened>(`/studio/modules/${encodeURIComponent(module)}`)
  return asked.data ? <PilotForm module={module} revision={asked.data.revision} done={done} /> : <Absent asked={asked} />
}
