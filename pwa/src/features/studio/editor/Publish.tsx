/** Publishing: what will happen is said first, what happened afterwards. */
import { useEffect, useState } from 'preact/hooks'
import { asApiError } from '../../../api/client'
import { editor } from '../../../text/editor'
import { Dialog } from '../../../ui/Dialog'
import { Icon } from '../../../ui/Icon'
import { nameOf } from './Checks'
import type { Drafting } from './drafting'
import { foresee, publish } from './server'
import type { Check, Foreseen } from './shapes'
import { remedyOf } from './TextField'

/** So many of what must be mended are told here; all of them stand under the form. */
const TOLD = 3

type State = { step: 'asks' | 'busy' } | { step: 'done'; number: number; first: boolean } | { step: 'failed'; why: string }
type Props = { module: string; drafting: Drafting; onGo: (check: Check) => void; onDone: () => void; onClose: () => void }

/** What the draft as it stands would mean for those who are in the middle of the post; null until it is known. */
function useForeseen(module: string, drafting: Drafting): Foreseen | null {
  const [found, setFound] = useState<Foreseen | null>(null)
  useEffect(() => {
    let here = true
    drafting.save().then(() => foresee(module)).then((told) => here && setFound(told), () => undefined)
    return () => { here = false }
  }, [module, drafting])
  return found
}

export function Publish({ module, drafting, onGo, onDone, onClose }: Props) {
  const t = editor().publishing
  const [state, setState] = useState<State>({ step: 'asks' })
  const blocks = drafting.checks.value.filter(({ severity }) => severity === 'block')
  const first = drafting.about.value?.version == null

  const foreseen = useForeseen(module, drafting)
  const same = foreseen?.same_structure ?? null

  async function go() {
    setState({ step: 'busy' })
    await drafting.save()
    if (!drafting.isSaved) return setState({ step: 'failed', why: drafting.saving.value.kind === 'offline' ? t.offline : t.older })
    try {
      const { number } = await publish(module, drafting.revision.value)
      setState({ step: 'done', number, first })
      onDone()
    } catch (caught) {
      const error = asApiError(caught)
      setState({ step: 'failed', why: error.kind === 'network' ? t.offline : error.status === 409 ? t.older : t.failed })
    }
  }

  return (
    <Dialog title={t.title} onClose={onClose}>
      {state.step === 'done' ? (
        <>
          <p class="note g" role="status"><Icon name="ok" />{t.done(state.number)}</p>
          <div class="dialog-row">
            <button type="button" class="btn" onClick={onClose}>{t.close}</button>
            {state.first && <a class="btn s" href="/studio/loyper">{t.toPaths}</a>}
          </div>
        </>
      ) : foreseen?.unchanged ? (
        <>
          <p role="status">{t.unchanged}</p>
          <div class="dialog-row"><button type="button" class="btn" onClick={onClose}>{t.close}</button></div>
        </>
      ) : (
        <>
          <ul class="editor-told">
            <li><Icon name="flag" small />{first ? t.first : t.again}</li>
            {!first && same !== false && <li><Icon name="ok" small />{same ? t.goOn : t.sameStructure}</li>}
            {!first && same !== true && <li><Icon name="runde" small />{same === false ? t.beginAnew : t.newStructure}</li>}
            {!first && <li><Icon name="merke" small />{t.points}</li>}
          </ul>
          {blocks.length > 0 && (
            <div class="note w"><Icon name="info" /><div class="grow stack">
              <p><strong>{t.blocked(blocks.length)}</strong></p>
              <ul class="sm editor-blocks">{blocks.slice(0, TOLD).map((check, number) => <li key={number}>{nameOf(check)}: {remedyOf(check)}</li>)}</ul>
              <button type="button" class="btn s slim" onClick={() => onGo(blocks[0] as Check)}>{editor().goThere}</button>
            </div></div>
          )}
          <div role="alert">{state.step === 'failed' && <p class="wrong">{state.why}</p>}</div>
          <div class="dialog-row">
            <button type="button" class="btn" disabled={blocks.length > 0} aria-disabled={state.step === 'busy'} onClick={() => state.step !== 'busy' && void go()}>{state.step === 'busy' ? t.publishing : t.go}</button>
            <button type="button" class="btn s" onClick={onClose}>{t.cancel}</button>
          </div>
        </>
      )}
    </Dialog>
  )
}
