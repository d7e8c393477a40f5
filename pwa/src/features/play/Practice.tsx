/** A newcomer's first post: nothing of it counts, it can be passed over at once, and it leads to *I dag*. */
import { useMemo } from 'preact/hooks'
import { Player } from './player'
import { me, navigate, notePractised } from './ports'
import { PRACTICE, practice } from './practice'
import { Showing } from './Showing'

export default function Practice() {
  const player = useMemo(() => new Player('', PRACTICE, practice), [])
  const isFirst = useMemo(() => me.peek()?.settings.practised === false, [])
  const close = () => {
    void notePractised().catch(() => undefined)
    navigate(isFirst ? '/' : '/meg', { replace: isFirst })
  }
  return <Showing player={player} trial={isFirst ? 'first' : 'practice'} onClose={close} />
}
