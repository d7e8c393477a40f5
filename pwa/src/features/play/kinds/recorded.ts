/** Sound and video on a card: whether they are on the device, on their way, or only to be had with a network. */
import { useEffect, useState } from 'preact/hooks'
import { mayFetchByItself } from '../../../offline/connection'
import type { Recording } from '../../../rules/cards'
import { reachable, recordings } from '../ports'

export const SPEEDS = [0.75, 1, 1.25, 1.5] as const

/** Seconds of playing between two notes of where one is. */
export const NOTED_EVERY = 5

export type Playing =
  | { kind: 'looking' | 'away' | 'coming' | 'failed' | 'broken' }
  /** `asked`: by a tap, so that it plays at once. */
  | { kind: 'here'; address: string; asked: boolean }

/** Nothing is fetched before it is asked for, but on a network that is known not to cost. */
export function useRecording(recording: Recording): { playing: Playing; get: (asked: boolean) => void; broke: () => void } {
  const [playing, setPlaying] = useState<Playing>({ kind: 'looking' })
  const get = (asked: boolean) => {
    setPlaying({ kind: 'coming' })
    recordings.addressOf(recording).then(
      (address) => setPlaying({ kind: 'here', address, asked }),
      () => setPlaying({ kind: reachable.peek() ? 'failed' : 'away' }),
    )
  }
  useEffect(() => {
    let wanted = true
    void recordings.isHere(recording.media).then((here) => {
      if (!wanted) return
      if (here || (reachable.peek() && mayFetchByItself())) get(false)
      else setPlaying({ kind: 'away' })
    })
    return () => {
      wanted = false
    }
  }, [recording.media])
  return { playing, get, broke: () => setPlaying({ kind: 'broken' }) }
}

/** Where to go on: what was noted, unless that is the end or nothing. */
export function placeOf(noted: unknown, seconds: number): number {
  const place = typeof noted === 'string' ? Number(noted) : 0
  return place > 0 && place < seconds - 1 ? place : 0
}
