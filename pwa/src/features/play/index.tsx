/** The player: full screen, what is answered is recorded. */
import { useMemo } from 'preact/hooks'
import { Player } from './player'
import { Showing } from './Showing'

export type PlayProps = { quest: string; activity: string; onClose: () => void }

export default function Play({ quest, activity, onClose }: PlayProps) {
  const player = useMemo(() => new Player(quest, activity), [quest, activity])
  return <Showing player={player} onClose={onClose} />
}
