/** A screen whose code is fetched when it is first needed. */
import { type ComponentType, h } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { shell } from '../text/shell'
import { takeUpdate, updateReady } from '../update'
import { LoadFailed, Plain, Skeleton } from './States'

type Module<Props> = { default: ComponentType<Props> }

/** `ahead` fetches the code before it is needed. */
type Lazily<Props> = ComponentType<Props> & { ahead: () => void }

/** The component, with a skeleton while it comes and a way on when it does not. */
export function lazy<Props extends object>(load: () => Promise<Module<Props>>): Lazily<Props> {
  let found: ComponentType<Props> | null = null
  const ahead = () => void load().then((module) => (found = module.default), () => undefined)
  return Object.assign(Lazy, { ahead })

  function Lazy(props: Props) {
    const [state, setState] = useState<'loading' | 'ready' | 'failed'>(found ? 'ready' : 'loading')
    useEffect(() => {
      if (state !== 'loading') return
      load().then(
        (module) => {
          found = module.default
          setState('ready')
        },
        () => setState('failed'),
      )
    }, [state])
    // After a deployment the code of an older version may be gone; the newer one has it.
    if (state === 'failed') return <LoadFailed retry={() => (updateReady.value ? takeUpdate() : location.reload())} />
    return found && state === 'ready' ? h(found, props) : <Plain tab={null} page={shell().loading}><Skeleton /></Plain>
  }
}
