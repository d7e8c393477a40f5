/** Who answers for a post, and by when it is looked over again. */
import { useEffect, useState } from 'preact/hooks'
import { request } from '../../../api/client'
import type { Owner as Found } from '../../../api/types'
import { statistics } from '../../../text/statistics'
import { Absent, useAnswer } from '../asking'

export function Owner({ module }: { module: string }) {
  const t = statistics()
  const asked = useAnswer<Found>(`/studio/modules/${encodeURIComponent(module)}/owner`)
  return (
    <section class="stack" aria-labelledby="owner">
      <h2 id="owner">{t.owner}</h2>
      {!asked.data || asked.error ? <Absent asked={asked} /> : <Form module={module} found={asked.data} />}
    </section>
  )
}

function Form({ module, found }: { module: string; found: Found }) {
  const t = statistics()
  const [owner, setOwner] = useState(found.owner?.id ?? '')
  const [day, setDay] = useState(found.check_by ?? '')
  const [state, setState] = useState<'ready' | 'saved' | 'failed' | 'lacking'>('ready')
  useEffect(() => {
    setOwner(found.owner?.id ?? '')
    setDay(found.check_by ?? '')
  }, [found])
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (owner === '') {
      setState('lacking')
      ;(event.currentTarget as HTMLFormElement).querySelector('select')?.focus()
      return
    }
    const body = { owner, check_by: day || null }
    request(`/studio/modules/${encodeURIComponent(module)}/owner`, { method: 'PUT', body }).then(() => setState('saved'), () => setState('failed'))
  }
  const told = { ready: '', saved: t.saved, failed: t.notSaved, lacking: t.chooseOwner }[state]
  const gone = found.owner !== null && !found.makers.some(({ id }) => id === found.owner?.id)
  return (
    <form class="card stack" onSubmit={submit} noValidate>
      <div class="field">
        <label class="legend" for="owner-of">{t.ownedBy}</label>
        <select class="inp" id="owner-of" value={owner} aria-describedby="owner-why" onChange={(event) => setOwner(event.currentTarget.value)}>
          <option value="">{t.nobody}</option>
          {gone && found.owner && <option value={found.owner.id}>{found.owner.name}</option>}
          {found.makers.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </select>
        <small id="owner-why" class="dim">{t.ownerWhy}</small>
      </div>
      <div class="field">
        <label class="legend" for="check-by">{t.checkBy}</label>
        <input class="inp" id="check-by" type="date" value={day} aria-describedby="check-why" onInput={(event) => setDay(event.currentTarget.value)} />
        <small id="check-why" class="dim">{t.checkByWhy}</small>
      </div>
      <p class={state === 'saved' ? 'sm' : 'wrong'} role="status">{told}</p>
      <button type="submit" class="btn s">{t.save}</button>
    </form>
  )
}
