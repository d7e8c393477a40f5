/** After a test: what one knew and may skip, or what is different now. */
import { useState } from 'preact/hooks'
import type { RunTest } from '../../api/types'
import { shell } from '../../text/shell'
import { Icon } from '../../ui/Icon'
import { AnsweredLines } from './Asked'
import { reasons } from './explaining'
import { Heading } from './Heading'
import { type Kind, type Row, type Told, changeOf, masteredIn, toldOf } from './measuring'
import { type Paper, responseTo } from './paper'
import { Prose } from './Prose'
import { CloseBar } from './States'
import { examWords, testWords } from './words'

type Props = { test: RunTest; paper: Paper | null; kind: Kind; onSkip: (activities: string[]) => Promise<void>; onClose: () => void }

export function TestEnd(props: Props) {
  const { test, paper, kind, onClose } = props
  const told = paper ? toldOf(test, paper) : []
  const answers = told.length > 0 ? told : (test[kind]?.answers ?? [])
  return (
    <>
      <CloseBar onClose={onClose} />
      <main class="play-main">
        {kind === 'before' ? <Knew {...props} answers={answers} /> : <Changed {...props} answers={answers} told={told} />}
        <div class="play-dock"><button type="button" class="btn p" onClick={onClose}>{testWords().done}</button></div>
      </main>
    </>
  )
}

type Answers = readonly { module: string; right: boolean }[]

/** Of the test before: which modules were known. No answers are shown, since the same is asked again afterwards. */
function Knew({ test, answers, onSkip }: Props & { answers: Answers }) {
  const text = testWords()
  const [skipped, setSkipped] = useState<readonly string[]>([])
  const known = masteredIn(test, answers)
  const open = known.filter(({ open: isOpen, done, activity }) => isOpen && !done && !skipped.includes(activity))
  const skip = (activities: string[]) => {
    setSkipped([...skipped, ...activities])
    void onSkip(activities)
  }
  return (
    <div class="wrap stack play-content">
      <p class="sm dim">{test.path}</p>
      <Heading id="test-end" class="">{known.length > 0 ? text.knew(known.length) : text.allNew}</Heading>
      <p>{known.length > 0 ? text.knewWhy : text.allNewWhy}</p>
      {open.length > 1 && <button type="button" class="btn s" onClick={() => skip(open.map(({ activity }) => activity))}>{text.skipAll(open.length)}</button>}
      {known.length > 0 && (
        <ul class="list" aria-label={text.knewList}>
          {known.map(({ activity, title, open: isOpen, done }) => {
            const gone = skipped.includes(activity)
            return (
              <li key={activity} class="row">
                <span class="grow"><strong>{title}</strong>{!isOpen && <span class="two sm dim">{text.later}</span>}</span>
                {gone && <span class="chip g" role="status"><Icon name="ok" />{text.skipped}</span>}
                {!gone && done && <span class="chip g"><Icon name="ok" />{text.isDone}</span>}
                {!gone && !done && isOpen && (
                  <button type="button" class="btn s slim" aria-label={`${text.skip}: ${title}`} onClick={() => skip([activity])}>{text.skip}</button>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}

/** Of the test after: what has changed, in words and a picture, and why what was wrong was wrong. */
function Changed({ test, paper, answers, told }: Props & { answers: Answers; told: readonly Told[] }) {
  const text = testWords()
  const before = test.before?.answers ?? []
  const rows = changeOf(test, before, answers, (week) => shell().week(week))
  const [first, second, of] = rows.reduce(([a, b, c], row) => [a + row.before, b + row.after, c + row.of], [0, 0, 0])
  return (
    <div class="wrap stack play-content">
      <p class="sm dim">{test.path}</p>
      <Heading id="test-end" class="">{second > first ? text.grown : second === first ? text.same : text.fallen}</Heading>
      <p>{text.whole(first, second, of)}</p>
      {second < first && <p class="note sm"><Icon name="runde" small /><span>{text.fallenWhy}</span></p>}
      <ul class="test-change">{rows.map((row) => <Bars key={row.title} {...row} />)}</ul>
      {paper && told.filter(({ right }) => !right).map(({ leaf, card }) => {
        const response = responseTo(paper, leaf)
        return response !== null && (
          <section key={leaf.key} class="paper-told stack" data-card={card.id}>
            <p class="paper-mark w"><Icon name="igjen" />{examWords().wrong}</p>
            <h2>{card.prompt}</h2>
            <AnsweredLines card={card} response={response} seed={paper.seed} />
            {reasons(card, response, false).map(({ about, text: reason }) => (
              <div class="sm" key={about}>{about && <p><strong>{about}</strong></p>}<Prose text={reason} /></div>
            ))}
          </section>
        )
      })}
    </div>
  )
}

function Bars({ title, before, after, of }: Row) {
  const text = testWords()
  return (
    <li class="stack">
      <p class="rowx"><strong class="grow">{title}</strong><span class="sm">{text.fromTo(before, after, of)}</span></p>
      <div aria-hidden="true" class="test-bars">
        <span style={{ '--share': `${(100 * before) / of}%` }} /><span class="now" style={{ '--share': `${(100 * after) / of}%` }} />
      </div>
    </li>
  )
}
