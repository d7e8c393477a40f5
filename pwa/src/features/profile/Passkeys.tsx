/** Passkeys: offered where the browser has them, never required. */
import { useEffect, useState } from 'preact/hooks'
import { asApiError, request } from '../../api/client'
import type { Page, Passkey } from '../../api/types'
import { make, possible } from '../../passkeys'
import { me } from '../../session'
import { device } from '../../text/device'
import { when } from '../../text/when'
import { Icon } from '../../ui/Icon'

type Told = 'made' | 'letBe' | 'failed' | 'needsNet' | 'making'

export function Passkeys() {
  const t = device()
  const [mine, setMine] = useState<Passkey[]>([])
  const [told, setTold] = useState<Told | null>(null)
  const waits = (me.value?.device?.waiting ?? []).length > 0

  async function read() {
    setMine((await request<Page<Passkey>>('/me/passkeys')).items)
  }
  useEffect(() => void read().catch(() => undefined), [])

  async function attempt(work: () => Promise<Told | null>) {
    if (told === 'making') return
    try {
      setTold(await work())
      await read()
    } catch (caught) {
      const network = asApiError(caught).kind === 'network' && !(caught instanceof DOMException)
      setTold(network ? 'needsNet' : 'failed')
    }
  }

  const add = () => attempt(async () => {
    setTold('making')
    return (await make()) === 'done' ? 'made' : 'letBe'
  })
  const remove = (id: string) => attempt(async () => {
    await request(`/me/passkeys/${encodeURIComponent(id)}`, { method: 'DELETE' })
    return null
  })

  if (!possible() && mine.length === 0) return null
  return (
    <details class="card fold">
      <summary><Icon name="nokkel" small /><span class="grow">{t.passkeys}</span><Icon name="ned" small turns /></summary>
      <div class="stack keys">
        <p class="sm">{t.passkeysWhy}</p>
        <ul>{mine.map((one) => <One key={one.id} one={one} remove={() => void remove(one.id)} />)}</ul>
        <p class={told === 'failed' || told === 'needsNet' ? 'wrong' : 'sm'} role="status">{told ? t[told] : ''}</p>
        {possible() && !waits && <button type="button" class="btn s" aria-disabled={told === 'making'} onClick={() => void add()}>{t.make}</button>}
      </div>
    </details>
  )
}

function One({ one, remove }: { one: Passkey; remove: () => void }) {
  const t = device()
  const now = new Date()
  const made = when().moment(one.created_at, now)
  return (
    <li class="rowx">
      <p class="grow sm">{t.madeAt(made)}<span class="two xs dim">{one.used_at ? t.usedAt(when().moment(one.used_at, now)) : t.neverUsed}</span></p>
      <button type="button" class="btn s slim" aria-label={t.removeNamed(made)} onClick={remove}>{t.remove}</button>
    </li>
  )
}
