/** Fetches the conversation's code when the first one is played, and says so when it cannot be had. */
import { type ComponentType, h } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { TalkProps } from './index'
import { words } from '../words'

let found: ComponentType<TalkProps> | null = null

export function Lazily(props: TalkProps) {
  const [state, setState] = useState<'loading' | 'ready' | 'failed'>(found ? 'ready' : 'loading')
  useEffect(() => {
    if (state !== 'loading') return
    import('./index').then(
      (module) => {
        found = module.default
        setState('ready')
      },
      () => setState('failed'),
    )
  }, [state])
  if (found && state === 'ready') return h(found, props)
  if (state === 'failed') return <Failed onRetry={() => setState('loading')} />
  return <div class="wrap stack play-content" aria-busy="true"><div class="bone play-room" /><div class="bone play-option" /><div class="bone play-option" /></div>
}

function Failed({ onRetry }: { onRetry: () => void }) {
  const text = words()
  return (
    <div class="wrap stack play-content">
      <h1 class="lead">{text.failed}</h1>
      <p>{text.notHereWhy}</p>
      <button type="button" class="btn" onClick={onRetry}>{text.retry}</button>
    </div>
  )
}
