/** A new person, who then is let in by a code. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { asApiError, request } from '../../api/client'
import type { LedDepartment, LedPerson, Page } from '../../api/types'
import { navigate, personAddress } from '../../router'
import { people } from '../../text/people'
import { Skeleton } from '../../ui/States'
import { useAsked } from './asked'
import { Failed, Frame, sentenceOf } from './Frame'
import { type Draft, type Fault, faultsSaid, indented, lacking, sent, today } from './logic'

export default function Newcomer() {
  const t = people()
  const { data, error, retry } = useAsked<Page<LedDepartment>>('/people/departments')
  return (
    <Frame title={t.newTitle} back="/folk" backLabel={t.toList}>
      {error ? <Failed error={error} retry={retry} /> : data ? <NewcomerForm departments={data.items} /> : <Skeleton />}
    </Frame>
  )
}

const INPUTS: Partial<Record<Fault, string>> = { taken: 'employee_number', share: 'percent' }

function NewcomerForm({ departments }: { departments: LedDepartment[] }) {
  const t = people()
  const form = useRef<HTMLFormElement>(null)
  const only = departments.length === 1 ? (departments[0]?.id ?? '') : ''
  const [draft, setDraft] = useState<Draft>({ name: '', employee_number: '', department: only, percent: '100', starts_on: today(new Date()) })
  const [faults, setFaults] = useState<Fault[]>([])
  const [told, setTold] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    const [first] = faults
    if (first) form.current?.querySelector<HTMLElement>(`[name=${INPUTS[first] ?? first}]`)?.focus()
  }, [faults])

  async function submit(event: Event) {
    event.preventDefault()
    if (busy) return
    const lacks = lacking(draft)
    setFaults(lacks)
    setTold(null)
    if (lacks.length > 0) return
    setBusy(true)
    try {
      const made = await request<LedPerson>('/people', { method: 'POST', body: sent(draft) })
      navigate(personAddress(made.id), { replace: true })
    } catch (caught) {
      const said = faultsSaid(asApiError(caught))
      setFaults(said)
      if (said.length === 0) setTold(sentenceOf(asApiError(caught)))
      setBusy(false)
    }
  }

  const field = (name: keyof Draft, ...wrong: Fault[]) => {
    const found = wrong.find((one) => faults.includes(one))
    return {
      name, value: draft[name], class: 'inp', required: true, 'aria-invalid': found !== undefined,
      'aria-describedby': found ? `${name}-wrong` : undefined,
      onInput: (event: Event) => setDraft({ ...draft, [name]: (event.currentTarget as HTMLInputElement).value }),
    }
  }
  const wrong = (name: keyof Draft, ...all: Fault[]) =>
    all.filter((one) => faults.includes(one)).map((one) => <small key={one} id={`${name}-wrong`} class="wrong">{t.faults[one]}</small>)
  return (
    <form ref={form} class="stack entry" onSubmit={(event) => void submit(event)} noValidate>
      {told && <p class="wrong" role="alert">{told}</p>}
      <label class="field"><span>{t.name}</span><input {...field('name', 'name')} maxLength={100} autocomplete="off" />{wrong('name', 'name')}</label>
      <label class="field">
        <span>{t.employeeNumber}</span>
        <input {...field('employee_number', 'employee_number', 'taken')} maxLength={64} autocomplete="off" autocapitalize="none" />
        {wrong('employee_number', 'employee_number', 'taken')}
      </label>
      <label class="field">
        <span>{t.department}</span>
        <select {...field('department', 'department')}>
          {!only && <option value="">{t.choose}</option>}
          {departments.map((one) => <option key={one.id} value={one.id}>{indented(one)}</option>)}
        </select>
        {wrong('department', 'department')}
      </label>
      <div class="days">
        <label class="field"><span>{t.percent}</span><input {...field('percent', 'share')} inputMode="decimal" maxLength={6} />{wrong('percent', 'share')}</label>
        <label class="field"><span>{t.startsOn}</span><input {...field('starts_on', 'starts_on')} type="date" />{wrong('starts_on', 'starts_on')}</label>
      </div>
      <div class="dock"><button type="submit" class="btn" aria-disabled={busy}>{busy ? t.working : t.submit}</button></div>
    </form>
  )
}
