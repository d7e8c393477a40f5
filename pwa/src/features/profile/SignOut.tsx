/** The way out, with a clear word about answers that are not sent. */
import { useState } from 'preact/hooks'
import * as drafts from '../../offline/drafts'
import { unsent } from '../../offline/outbox'
import { ratings, unsent as words } from '../../offline/written'
import { signOut } from '../../offline/sign-out'
import { navigate } from '../../router'
import { personId } from '../../session'
import { help } from '../../text/help'
import { profile } from '../../text/profile'
import { said } from '../../text/said'
import { Icon } from '../../ui/Icon'

export function Leave() {
  const t = profile()
  const [state, setState] = useState<'ready' | 'busy' | 'stuck'>('ready')
  const [unsaved, setUnsaved] = useState(0)

  async function leave(anyway: boolean) {
    if (state === 'busy') return
    setState('busy')
    if ((await signOut(anyway)) === 'done') return navigate('/', { replace: true })
    setUnsaved(await drafts.waiting(personId.value ?? ''))
    setState('stuck')
  }

  return (
    <section class="stack leave" id="logg-ut">
      <p class="sm dim">{unsent.value > 0 ? t.signOutUnsent(unsent.value) : t.signOutWhy}</p>
      {state === 'stuck' && (
        <div class="note w" role="alert">
          <Icon name="info" />
          <div class="grow stack">
            <p><strong>{t.stuck}</strong>{unsent.value > 0 && <span class="two sm">{t.stuckWhy(unsent.value)}</span>}{words.value.length > 0 && <span class="two sm">{help().stuckQuestions(words.value.length)}</span>}{ratings.value.length > 0 && <span class="two sm">{said().stuck(ratings.value.length)}</span>}{unsaved > 0 && <span class="two sm">{t.stuckDrafts(unsaved)}</span>}</p>
            <button type="button" class="btn s" onClick={() => void leave(true)}>{t.stuckAnyway}</button>
          </div>
        </div>
      )}
      <button type="button" class="btn s" aria-disabled={state === 'busy'} onClick={() => void leave(false)}>
        <Icon name="ut" />{state === 'busy' ? t.signingOut : t.signOut}
      </button>
    </section>
  )
}
