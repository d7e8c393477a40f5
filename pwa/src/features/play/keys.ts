/** Number keys choose options, as long as nobody is writing. */
import { useLayoutEffect } from 'preact/hooks'
import { isWriting } from '../../ui/writing'
import { useQuiet } from './quiet'

/** Calls `choose` with the place, from 0, of the option whose number was pressed. */
export function useNumberKeys(count: number, choose: (place: number) => void): void {
  const quiet = useQuiet()
  useLayoutEffect(() => {
    if (quiet) return
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isWriting(event.target)) return
      const place = Number.parseInt(event.key, 10) - 1
      if (event.key.length === 1 && place >= 0 && place < count) choose(place)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })
}
