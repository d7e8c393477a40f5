/** The frame of the people screens, and what stands there while nothing can be shown. */
import type { ComponentChildren } from 'preact'
import type { ApiError } from '../../api/client'
import { people } from '../../text/people'
import { shell } from '../../text/shell'
import { Icon } from '../../ui/Icon'
import { Screen } from '../../ui/Screen'
import { Message } from '../../ui/States'
import { Title } from '../../ui/Title'
import { Waiting } from '../../ui/Waiting'
import './people.css'

type Props = { title: string; back: string; backLabel: string; below?: string; dock?: ComponentChildren; children: ComponentChildren; wide?: boolean }

export function Frame({ title, back, backLabel, below, dock, children, wide = false }: Props) {
  const header = (
    <header class={wide ? 'top in roomy' : 'top in'}>
      <a class="icon" href={back} aria-label={backLabel}><Icon name="v" /></a>
      <div class="grow"><Title page={title}>{title}</Title>{below && <p class="sm dim">{below}</p>}</div>
    </header>
  )
  return (
    <Screen tab="people" header={header} dock={dock} wide={wide ? 'columns' : undefined}>
      {children}
    </Screen>
  )
}

/** Offline, not allowed here, or failed. */
export function Failed({ error, retry }: { error: ApiError; retry: () => void }) {
  const [t, p] = [shell(), people()]
  if (error.status === 404) return <><Waiting /><Message icon="skjold" title={p.notHere} why={p.notHereWhy}><a class="btn s" href="/">{t.toToday}</a></Message></>
  const offline = error.kind === 'network'
  return (
    <Message icon={offline ? 'utenett' : 'info'} title={offline ? t.offlineEmpty : t.failed} why={offline ? t.offlineEmptyWhy : t.failedWhy}>
      <button type="button" class="btn s" onClick={retry}>{t.retry}</button>
    </Message>
  )
}

/** What became of something one did. */
export function sentenceOf(error: ApiError): string {
  return error.kind === 'network' ? people().needsNet : people().failed
}
