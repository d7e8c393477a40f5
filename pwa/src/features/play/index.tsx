/** The player: full screen, what is answered is recorded. An exam has a screen of its own. */
import { useEffect, useMemo, useState } from 'preact/hooks'
import { lazy } from '../../ui/Lazy'
import { Player } from './player'
import { recorded } from './ports'
import { Showing } from './Showing'
import { Loading } from './States'
import './play.css'

const Exam = lazy(() => import('./Exam'))

export type PlayProps = { quest: string; activity: string; onClose: () => void }

export default function Play(props: PlayProps) {
  const { quest, activity, onClose } = props
  const [kind, setKind] = useState<'asking' | 'post' | 'exam'>('asking')
  useEffect(() => {
    const decide = async () => (await recorded.questOf(quest, activity))?.activities.find(({ id }) => id === activity)?.exam
    void decide().then((exam) => setKind(exam ? 'exam' : 'post'), () => setKind('post'))
  }, [quest, activity])
  if (kind === 'exam') return <Exam {...props} />
  if (kind === 'post') return <Post {...props} />
  return <div class="app bare"><div class="play"><Loading onClose={onClose} /></div></div>
}

function Post({ quest, activity, onClose }: PlayProps) {
  const player = useMemo(() => new Player(quest, activity), [quest, activity])
  return <Showing player={player} onClose={onClose} />
}
