/** The player: full screen, what is answered is recorded. An exam has a screen of its own. */
import { useEffect, useMemo, useState } from 'preact/hooks'
import { lazy } from '../../ui/Lazy'
import { Player } from './player'
import { type Quest, questShown, recorded } from './ports'
import { Showing } from './Showing'
import { Loading } from './States'
import './play.css'

const Exam = lazy(() => import('./Exam'))

export type PlayProps = { quest: string; activity: string; onClose: () => void }

export default function Play(props: PlayProps) {
  const { quest, activity, onClose } = props
  const [kind, setKind] = useState(() => kindOf(questShown(quest, activity), activity))
  useEffect(() => {
    if (kind !== null) return
    void recorded.questOf(quest, activity).then((found) => setKind(kindOf(found, activity) ?? 'post'), () => setKind('post'))
  }, [quest, activity])
  if (kind === 'exam') return <Exam {...props} />
  if (kind === 'post') return <Post {...props} />
  return <div class="app bare"><div class="play"><Loading onClose={onClose} /></div></div>
}

function kindOf(quest: Quest | null, activity: string): 'post' | 'exam' | null {
  const found = quest?.activities.find(({ id }) => id === activity)
  return found ? (found.exam ? 'exam' : 'post') : null
}

function Post({ quest, activity, onClose }: PlayProps) {
  const player = useMemo(() => new Player(quest, activity), [quest, activity])
  return <Showing player={player} onClose={onClose} />
}
