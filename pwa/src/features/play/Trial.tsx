/** A post that is only tried: a taste before a path starts, or an editor's look. Nothing of it is kept or sent. */
import { useMemo } from 'preact/hooks'
import { Player } from './player'
import { Showing } from './Showing'
import { trialOf } from './unrecorded'
import type { Trial as Kind } from './TrialEnd'

type Props = { version: string; kind: Kind; onClose: () => void }

export default function Trial({ version, kind, onClose }: Props) {
  const player = useMemo(() => new Player('', version, trialOf(version)), [version])
  return <Showing player={player} trial={kind} onClose={onClose} />
}
