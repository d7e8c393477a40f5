/** An exam on the screen: what it asks for, the paper, the wait, and what was right. */
import { useEffect, useMemo } from 'preact/hooks'
import { isExercise } from '../../rules/cards'
import { when } from '../../text/when'
import { Icon } from '../../ui/Icon'
import { ExamEnd } from './ExamEnd'
import { Examination, type ExamView } from './examination'
import { Heading } from './Heading'
import { PaperView } from './PaperView'
import { type Activity, reachable } from './ports'
import { CloseBar, Loading, Stopped } from './States'
import { examWords, words } from './words'
import './play.css'

export default function Exam({ quest, activity, onClose }: { quest: string; activity: string; onClose: () => void }) {
  const exam = useMemo(() => new Examination(quest, activity), [quest, activity])
  useEffect(() => {
    void exam.open()
    return () => void exam.close()
  }, [exam])
  const view = exam.view.value
  const title = 'activity' in view ? view.activity.title : null
  useEffect(() => {
    if (title !== null) document.title = `${title} · Løype`
  }, [title])
  return <div class="app bare"><div class="play"><Screen exam={exam} view={view} onClose={onClose} /></div></div>
}

function Screen({ exam, view, onClose }: { exam: Examination; view: ExamView; onClose: () => void }) {
  const text = examWords()
  const again = () => void exam.open()
  switch (view.kind) {
    case 'loading':
      return <Loading onClose={onClose} />
    case 'needs_network':
      return <Stopped icon="utenett" title={text.needsNetworkTitle} why={text.needsNetworkWhy} action={words().retry} onAction={again} onClose={onClose} />
    case 'failed':
      return <Stopped icon="info" title={words().failed} why={words().failedWhy} action={words().retry} onAction={again} onClose={onClose} />
    case 'intro':
      return <Intro activity={view.activity} onStart={() => void exam.begin()} onClose={onClose} />
    case 'paper':
      return (
        <PaperView
          paper={view.kept.paper} leaves={exam.leaves.value} title={view.activity.title} handIn={text.handIn}
          note={reachable.value ? undefined : text.keptHere}
          onDraft={(draft) => exam.draft(draft)} onTurn={(at) => exam.turn(at)} onHandIn={() => void exam.handIn()} onClose={onClose}
        />
      )
    case 'handed_in':
      return <HandedIn onClose={onClose} />
    case 'refused':
      return view.code === 'no_attempts_left'
        ? <Stopped icon="info" title={text.refusedTitle} why={text.refusedWhy} action={text.handIn} onAction={() => void exam.handIn()} onClose={onClose} />
        : <Stopped icon="info" title={text.notTaken} why={text.notTakenWhy} action={text.again} onAction={() => void exam.restart()} onClose={onClose} />
    case 'told':
      return <ExamEnd {...view} leaves={exam.leaves.value.filter(({ card }) => isExercise(card))} onAgain={() => void exam.restart()} onClose={onClose} />
  }
}

function Intro({ activity, onStart, onClose }: { activity: Activity; onStart: () => void; onClose: () => void }) {
  const text = examWords()
  const terms = activity.exam
  if (!terms) return null
  const none = terms.attempts_left === 0
  return (
    <>
      <CloseBar onClose={onClose} />
      <main class="play-main">
        <div class="wrap stack play-content">
          <p class="rowx"><span class="chip b"><Icon name="flag" />{text.kind}</span><span class="chip"><Icon name="glob" />{text.needsNetwork}</span></p>
          <Heading id="exam-intro" class="">{activity.title}</Heading>
          <ul class="paper-terms card">
            <li><Icon name="ok" /><span>{text.mark(Math.round(terms.pass * 100))}</span></li>
            <li><Icon name="runde" /><span>{none && terms.next_at ? text.noneLeft(when().by(terms.next_at, new Date())) : text.attempts(terms.attempts_left)}</span></li>
            <li><Icon name="klokke" /><span>{text.noHurry}</span></li>
            <li><Icon name="info" /><span>{text.after}</span></li>
          </ul>
          {activity.done && <p class="note sm"><Icon name="info" small /><span>{text.passedBefore}</span></p>}
        </div>
        <div class="play-dock">
          {!none && <button type="button" class="btn p" onClick={onStart}>{text.start}</button>}
          <button type="button" class="btn t" onClick={onClose}>{words().back}</button>
        </div>
      </main>
    </>
  )
}

function HandedIn({ onClose }: { onClose: () => void }) {
  const text = examWords()
  return (
    <>
      <CloseBar onClose={onClose} />
      <main class="play-main">
        <div class="wrap stack play-content play-stopped" role="status">
          <span class="tile b"><Icon name={reachable.value ? 'runde' : 'utenett'} /></span>
          <Heading id="exam-given">{reachable.value ? text.handedIn : text.waits}</Heading>
          <p>{reachable.value ? text.grading : text.waitsWhy}</p>
        </div>
        <div class="play-dock"><button type="button" class="btn t" onClick={onClose}>{words().doneForNow}</button></div>
      </main>
    </>
  )
}
