/** Asks again while somebody looks: often at first, more and more seldom where there is no answer. */
import { useEffect } from 'preact/hooks'

const EVERY = 10_000
const SELDOM = 120_000

type Asked = { state: { value: { error: unknown } }; refresh: () => Promise<void> }

/** Keeps what the screen shows fresh while the page is in sight. */
export function useLive(resource: Asked): void {
  useEffect(() => {
    let wait = EVERY
    let timer: ReturnType<typeof setTimeout> | undefined
    let wanted = true
    const later = () => {
      clearTimeout(timer)
      if (wanted && document.visibilityState === 'visible') timer = setTimeout(() => void ask(), wait)
    }
    const ask = async () => {
      await resource.refresh()
      wait = resource.state.value.error ? Math.min(2 * wait, SELDOM) : EVERY
      later()
    }
    const seen = () => (document.visibilityState === 'visible' ? void ask() : clearTimeout(timer))
    void ask()
    document.addEventListener('visibilitychange', seen)
    addEventListener('online', seen)
    return () => {
      wanted = false
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', seen)
      removeEventListener('online', seen)
    }
  }, [resource])
}
