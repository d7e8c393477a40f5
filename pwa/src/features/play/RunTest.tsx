/** A test before or after a path: voluntary, without being told what is right on the way. */
import { useEffect, useMemo } from 'preact/hooks'
import { Icon } from '../../ui/Icon'
import { Heading } from './Heading'
import { Measuring, type Kind, type TestView } from './measuring'
import { PaperView } from './PaperView'
import { CloseBar, Loading, Stopped } from './States'
import { TestEnd } from './TestEnd'
import { testWords, words } from './words'
import './play.css'

type Props = { run: string; kind: Kind; onClose: () => void }

export default function RunTest({ run, kind, onClose }: Props) {
  const test = useMemo(() => new Measuring(run, kind), [run, kind])
  useEffect(() => void test.open(), [test])
  useEffect(() => {
    document.title = `${testWords().title[kind]} · Løype`
  }, [kind])
  return <div class="app bare"><div class="play"><Screen test={test} kind={kind} view={test.view.value} onClose={onClose} /></div></div>
}

function Screen({ test, kind, view, onClose }: { test: Measuring; kind: Kind; view: TestView; onClose: () => void }) {
  const text = testWords()
  const again = () => void test.open()
  switch (view.kind) {
    case 'loading':
      return <Loading onClose={onClose} />
    case 'not_here':
      return <Stopped icon="utenett" title={text.notHere} why={text.notHereWhy} action={words().retry} onAction={again} onClose={onClose} />
    case 'failed':
      return <Stopped icon="info" title={words().failed} why={words().failedWhy} action={words().retry} onAction={again} onClose={onClose} />
    case 'passed_over':
      return <Stopped icon="info" title={text.passedOver} why={text.passedOverWhy} action={text.done} onAction={onClose} onClose={onClose} />
    case 'intro':
      return <Intro test={test} kind={kind} view={view} onClose={onClose} />
    case 'paper':
      return (
        <PaperView
          paper={view.paper} leaves={test.leaves.value} title={view.test.path} handIn={text.handIn}
          from={nameOf(view, view.paper.at)}
          onDraft={(draft) => test.draft(draft)} onTurn={(at) => test.turn(at)} onHandIn={() => void test.handIn()} onClose={onClose}
        />
      )
    case 'told':
      return <TestEnd test={view.test} paper={view.paper} kind={kind} onSkip={(activities) => test.skip(activities)} onClose={onClose} />
  }
}

function nameOf({ test }: { test: { cards: { module: string }[]; modules: { module: string; title: string }[] } }, at: number): string | undefined {
  return test.modules.find(({ module }) => module === test.cards[at]?.module)?.title
}

function Intro({ test, kind, view, onClose }: { test: Measuring; kind: Kind; view: Extract<TestView, { kind: 'intro' | 'paper' }>; onClose: () => void }) {
  const text = testWords()
  return (
    <>
      <CloseBar onClose={onClose} />
      <main class="play-main">
        <div class="wrap stack play-content">
          <p class="sm dim">{view.test.path}</p>
          <Heading id="test-intro" class="">{text.title[kind]}</Heading>
          <ul class="paper-terms card">
            <li><Icon name="klokke" /><span>{text.size(view.test.cards.length, view.test.minutes)}</span></li>
            <li><Icon name="ok" /><span>{text.gives[kind]}</span></li>
            <li><Icon name="info" /><span>{text.noKey[kind]}</span></li>
          </ul>
        </div>
        <div class="play-dock">
          <button type="button" class="btn p" onClick={() => test.begin()}>{text.start}</button>
          <button type="button" class="btn t" onClick={() => void test.passOver()}>{text.passOver}</button>
        </div>
      </main>
    </>
  )
}
