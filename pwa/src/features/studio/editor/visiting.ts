/** While a draft is open: others see it, and what is written is saved when the page is left. */
import { useEffect, useState } from 'preact/hooks'
import type { Drafting } from './drafting'
import { othersIn } from './server'

const EVERY = 20_000

/** The names of the others who have it open; what they have saved is taken in as they go on. */
export function useOthers(id: string, drafting: Drafting): string[] {
  const [others, setOthers] = useState<string[]>([])
  const isOpen = drafting.document.value !== null
  useEffect(() => {
    if (!isOpen) return
    let wanted = true
    const heard = (names: string[]) => {
      if (!wanted) return
      setOthers(names)
      if (names.length > 0) void drafting.follow()
    }
    const ask = () => {
      if (document.visibilityState === 'visible') othersIn(id).then(heard, () => undefined)
    }
    ask()
    const asking = setInterval(ask, EVERY)
    return () => {
      wanted = false
      clearInterval(asking)
    }
  }, [id, drafting, isOpen])
  return others
}

/** Saves at once when the page is hidden or left, and when the network is back; warns where something would be lost. */
export function useSaving(drafting: Drafting): void {
  useEffect(() => {
    const hide = () => void (document.visibilityState === 'hidden' && drafting.save())
    const back = () => void drafting.save()
    document.addEventListener('visibilitychange', hide)
    addEventListener('online', back)
    return () => {
      document.removeEventListener('visibilitychange', hide)
      removeEventListener('online', back)
      drafting.close()
    }
  }, [drafting])
}
