/** Files on their way into the library, one after the other. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { type ApiError, asApiError } from '../../../api/client'
import { upload } from '../../../api/upload'
import type { StudioMedium } from '../../../api/types'
import { tooLarge } from './logic'

/** `sending` tells the part that has gone; once all has, the server looks through it (`working`). */
export type Upload = { id: number; file: File } & (
  | { state: 'waiting' | 'working' | 'called_off' }
  | { state: 'sending'; share: number }
  | { state: 'done'; medium: StudioMedium }
  | { state: 'refused'; error: ApiError | 'too_large' }
)

export type Uploads = {
  all: readonly Upload[]
  add: (files: readonly File[]) => void
  again: (one: Upload) => void
  callOff: (one: Upload) => void
  remove: (one: Upload) => void
}

/** What a file comes to: told more than once while it goes. */
type Fate = Upload extends infer One ? (One extends Upload ? Omit<One, 'id' | 'file'> : never) : never

/** `onTaken`: a file is in the library now. */
export function useUploads(onTaken: (medium: StudioMedium) => void): Uploads {
  const [all, setAll] = useState<readonly Upload[]>([])
  const next = useRef(1)
  const going = useRef<{ id: number; ender: AbortController } | null>(null)
  const taken = useRef(onTaken)
  taken.current = onTaken
  const become = (id: number, fate: Fate) => setAll((before) => before.map((one) => (one.id === id ? ({ id, file: one.file, ...fate } as Upload) : one)))

  async function send({ id, file }: Upload) {
    const ender = new AbortController()
    going.current = { id, ender }
    become(id, { state: 'sending', share: 0 })
    const onShare = (share: number) => become(id, share < 1 ? { state: 'sending', share } : { state: 'working' })
    try {
      const medium = await upload<StudioMedium>(`/studio/media?name=${encodeURIComponent(file.name.slice(0, 300))}`, file, { onShare, signal: ender.signal })
      going.current = null
      become(id, { state: 'done', medium })
      taken.current(medium)
    } catch (caught) {
      going.current = null
      const error = asApiError(caught)
      become(id, error.code === 'called_off' ? { state: 'called_off' } : { state: 'refused', error })
    }
  }

  useEffect(() => {
    const first = all.find(({ state }) => state === 'waiting')
    if (first && going.current === null) void send(first)
  }, [all])
  useEffect(() => () => going.current?.ender.abort(), [])

  return {
    all,
    add: (files) =>
      setAll((before) => [
        ...before,
        ...files.map((file): Upload => ({ id: next.current++, file, ...(tooLarge(file) ? { state: 'refused', error: 'too_large' } : { state: 'waiting' }) })),
      ]),
    again: ({ id }) => become(id, { state: 'waiting' }),
    callOff: ({ id }) => (going.current?.id === id ? going.current.ender.abort() : become(id, { state: 'called_off' })),
    remove: ({ id }) => setAll((before) => before.filter((one) => one.id !== id)),
  }
}

/** Takes files that are dropped or pasted anywhere on the page while `active`; tells whether some are held over it. */
export function useDropped(take: (files: readonly File[]) => void, active = true): boolean {
  const [over, setOver] = useState(false)
  const taker = useRef(take)
  taker.current = take
  useEffect(() => {
    if (!active) return
    const ender = new AbortController()
    const listen = <Name extends keyof DocumentEventMap>(name: Name, heard: (event: DocumentEventMap[Name]) => void) =>
      document.addEventListener(name, heard, { signal: ender.signal })
    const carries = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    listen('dragover', (event) => {
      if (!carries(event)) return
      event.preventDefault()
      setOver(true)
    })
    listen('dragleave', (event) => event.relatedTarget === null && setOver(false))
    listen('drop', (event) => {
      if (!carries(event)) return
      event.preventDefault()
      setOver(false)
      taker.current([...(event.dataTransfer?.files ?? [])])
    })
    listen('paste', (event) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length === 0) return
      event.preventDefault()
      taker.current(files)
    })
    return () => ender.abort()
  }, [active])
  return over
}
