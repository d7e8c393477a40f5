/** A department's codes on paper. */
import { useEffect, useState } from 'preact/hooks'
import { type ApiError, asApiError, file } from '../../api/client'
import type { LedDepartment } from '../../api/types'
import { save } from '../../saving'
import { people } from '../../text/people'
import { Icon } from '../../ui/Icon'
import { sentenceOf } from './Frame'
import { indented } from './logic'

export function Sheet({ departments, chosen }: { departments: LedDepartment[]; chosen: string }) {
  const t = people()
  const [department, setDepartment] = useState(chosen || (departments[0]?.id ?? ''))
  const [everybody, setEverybody] = useState(false)
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState<string | null>(null)
  useEffect(() => {
    if (chosen) setDepartment(chosen)
  }, [chosen])

  async function submit(event: Event) {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setTold(null)
    try {
      save(await file('/people/sheet', { department, everybody }), 'loype.pdf')
      setTold(t.sheetDone)
    } catch (caught) {
      setTold(sentence(asApiError(caught)))
    } finally {
      setBusy(false)
    }
  }

  return (
    <details class="card fold">
      <summary><Icon name="qr" small /><span class="grow">{t.sheet}</span><Icon name="ned" small turns /></summary>
      <form class="stack" onSubmit={(event) => void submit(event)}>
        <p class="sm">{t.sheetWhy}</p>
        <label class="field">
          <span>{t.department}</span>
          <select class="inp" value={department} onChange={(event) => setDepartment(event.currentTarget.value)}>
            {departments.map((one) => <option key={one.id} value={one.id}>{indented(one)}</option>)}
          </select>
        </label>
        <label class="check">
          <input type="checkbox" checked={everybody} onChange={(event) => setEverybody(event.currentTarget.checked)} />
          <span>{t.everybody}<span class="two xs dim">{t.everybodyHelp}</span></span>
        </label>
        <button type="submit" class="btn s" aria-disabled={busy}><Icon name="last-ned" />{busy ? t.working : t.sheetDo}</button>
        <p class="sm told" role="status">{told}</p>
      </form>
    </details>
  )
}

function sentence(error: ApiError): string {
  const t = people()
  if (error.code === 'nobody') return t.nobody
  return error.code === 'too_many' ? t.tooMany : sentenceOf(error)
}
