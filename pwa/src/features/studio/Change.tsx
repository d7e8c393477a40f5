/** How answers have changed from the test before a run to the one after: figures of groups, never of a person. */
import { useState } from 'preact/hooks'
import { request } from '../../api/client'
import type { GroupChange } from '../../api/types'
import { studio } from '../../text/studio'
import { Icon } from '../../ui/Icon'

export function Change({ run }: { run: string }) {
  const t = studio()
  const [found, setFound] = useState<GroupChange | 'failed' | null>(null)
  const fetched = () => void request<GroupChange>(`/studio/runs/${run}/change`).then(setFound, () => setFound('failed'))
  return (
    <details onToggle={(event) => event.currentTarget.open && found === null && fetched()}>
      <summary>{t.beforeAfter}<Icon name="ned" small turns /></summary>
      <div class="stack" aria-live="polite">
        {found === 'failed' && <p class="wrong">{t.changeTrouble}</p>}
        {found !== null && found !== 'failed' && <Figures {...found} />}
      </div>
    </details>
  )
}

function Figures({ least, whole, topics }: GroupChange) {
  const t = studio()
  if (!whole) return <p class="sm dim">{t.changeFew(least)}</p>
  return (
    <>
      <p>{t.changeWhole(whole.before, whole.after, whole.people)}</p>
      <table class="board sm">
        <thead><tr><th scope="col">{t.changeTopic}</th><th scope="col">{t.changeBefore}</th><th scope="col">{t.changeAfter}</th><th scope="col">{t.changePeople}</th></tr></thead>
        <tbody>
          {topics.map(({ title, before, after, people }) => (
            <tr key={title}><th scope="row">{title}</th><td>{before} %</td><td>{after} %</td><td>{people}</td></tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
