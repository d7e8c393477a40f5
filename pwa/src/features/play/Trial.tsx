/** A post that is only tried: a taste before a path starts, or an editor's look. Nothing of it is kept or sent. */
import { useMemo } from 'preact/hooks'
import type { ModuleDocument } from '../../rules/cards'
import { Player } from './player'
import { Showing } from './Showing'
import { trialOf } from './unrecorded'
import type { Trial as Kind } from './TrialEnd'

/** `from`: where the post is fetched when it is not one's own to fetch by its version. */
type Props = { version: string; kind: Kind; from?: () => Promise<ModuleDocument>; onClose: () => void }

export default function Trial({ version, kind, from, onClose }: Props) {
  const player = useMemo(() => new Player('', version, trialOf(version, from)), [version])
  return <Showing player={player} trial={kind} onClose={onClose} />
}
