/** One person: the code that lets them in, their departments, and when they are away. */
import { useState } from 'preact/hooks'
import { asApiError, request } from '../../api/client'
import type { Code, LedPerson } from '../../api/types'
import { people } from '../../text/people'
import { Skeleton } from '../../ui/States'
import { useAsked } from './asked'
import { CodeCard, CodeNote } from './Code'
import { Failed, Frame, sentenceOf } from './Frame'
import { Leaves } from './Leaves'
import { Memberships } from './Memberships'
import { Chip } from './Row'

export default function Person({ id }: { id: string }) {
  const t = people()
  const path = `/people/${encodeURIComponent(id)}`
  const { data, error, retry, set } = useAsked<LedPerson>(path)
  const [code, setCode] = useState<Code | null>(null)
  const [told, setTold] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  async function makeCode() {
    if (busy) return
    setBusy(true)
    setTold(null)
    try {
      setCode(await request<Code>(`${path}/code`, { method: 'POST' }))
    } catch (caught) {
      setTold(sentenceOf(asApiError(caught)))
    } finally {
      setBusy(false)
    }
  }

  const dock = data?.can_enrol
    ? <button type="button" class={code ? 'btn s' : 'btn'} aria-disabled={busy} onClick={() => void makeCode()}>{busy ? t.working : code ? t.codeNew : t.code}</button>
    : undefined
  return (
    <Frame title={data?.name ?? t.title} back="/folk" backLabel={t.toList} below={data ? t.number(data.employee_number) : undefined} dock={error ? undefined : dock} wide={data !== null}>
      {error ? <Failed error={error} retry={retry} /> : !data ? <Skeleton /> : (
        <>
          <div class="stack">
            <div class="state"><Chip person={data} /></div>
            {told && <p class="wrong" role="alert">{told}</p>}
            {code ? <CodeCard key={code.address} person={data} code={code} /> : <CodeNote person={data} />}
          </div>
          <div class="stack beside">
            <Memberships person={data} path={path} ended={retry} />
            <Leaves person={data} path={path} changed={set} />
          </div>
        </>
      )}
    </Frame>
  )
}
