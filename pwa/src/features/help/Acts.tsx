/** What closes a question: thanks, a mark that it is answered, or taking it back. */
import { useState } from 'preact/hooks'
import { asApiError, request } from '../../api/client'
import type { HelpThread } from '../../api/types'
import { navigate } from '../../router'
import { help } from '../../text/help'
import { Icon } from '../../ui/Icon'
import { forgetThread, mine } from './asked'
import { mayDo } from './logic'

type Props = { thread: HelpThread; onChange: (thread: HelpThread) => void }

export function Acts({ thread, onChange }: Props) {
  const t = help()
  const may = mayDo(thread)
  const [busy, setBusy] = useState(false)
  const [sure, setSure] = useState(false)
  const [told, setTold] = useState('')
  const path = `/help/requests/${encodeURIComponent(thread.id)}`
  const run = async (act: () => Promise<string>) => {
    if (busy) return
    setBusy(true)
    setTold('')
    try {
      setTold(await act())
    } catch (caught) {
      setTold(asApiError(caught).kind === 'network' ? t.needsNet : t.failed)
    }
    setBusy(false)
  }
  const change = (part: 'thanks' | 'answered') => run(async () => {
    onChange(await request<HelpThread>(`${path}/${part}`, { method: 'POST' }))
    return part === 'thanks' ? t.thanked : t.states.answered
  })
  const withdraw = () => run(async () => {
    await request(path, { method: 'DELETE' })
    await forgetThread(thread.id)
    await mine.refresh()
    navigate('/sporsmal', { replace: true })
    return ''
  })
  return (
    <div class="stack">
      {thread.state === 'closed' && <p class="note g"><Icon name="ok" />{thread.mine ? t.closedMine : t.closedTheirs(thread.asker)}</p>}
      {may.thank && <button type="button" class="btn" aria-disabled={busy} onClick={() => void change('thanks')}><Icon name="ok" />{t.thanks}</button>}
      {may.mark && (
        <>
          <p class="xs dim">{t.markedWhy}</p>
          <button type="button" class="btn s tight" aria-disabled={busy} onClick={() => void change('answered')}><Icon name="ok" />{t.marked}</button>
        </>
      )}
      {may.withdraw && !sure && <button type="button" class="btn t" onClick={() => setSure(true)}>{t.withdraw}</button>}
      {may.withdraw && sure && (
        <div class="note w" role="alert">
          <Icon name="info" />
          <div class="grow stack">
            <p>{t.withdrawSure}</p>
            <button type="button" class="btn s" aria-disabled={busy} onClick={() => void withdraw()}>{t.withdrawYes}</button>
            <button type="button" class="btn t" onClick={() => setSure(false)}>{t.keepIt}</button>
          </div>
        </div>
      )}
      <p class="sm help-asked" role="status">{told}</p>
    </div>
  )
}
