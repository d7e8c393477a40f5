/** After an exam: passed or not yet, each card with its answer and why, and when one may try again. */
import type { Examined } from '../../api/types'
import { when } from '../../text/when'
import { BadgesEarned } from '../../ui/BadgesEarned'
import { Icon } from '../../ui/Icon'
import { AnsweredLines } from './Asked'
import { PointsTable } from './Earned'
import { Sources, Takeaways } from './End'
import type { Kept } from './examination'
import { reasons } from './explaining'
import { Heading } from './Heading'
import { type Leaf, responseTo } from './paper'
import { type Verdict, gameLayer } from './ports'
import { Prose } from './Prose'
import { CloseBar } from './States'
import { examWords } from './words'

type Props = { kept: Kept; verdict: Verdict; exam: Examined; leaves: readonly Leaf[]; onAgain: () => void; onClose: () => void }

export function ExamEnd({ kept, verdict, exam, leaves, onAgain, onClose }: Props) {
  const text = examWords()
  const { passed, next_at: nextAt, attempts_left: left } = exam
  const told = { ...kept.document, takeaways: exam.takeaways, sources: exam.sources as typeof kept.document.sources }
  return (
    <>
      <CloseBar onClose={onClose} />
      <main class="play-main" lang={kept.paper.language}>
        <div class="wrap stack play-content" data-passed={passed}>
          <p class="sm dim">{kept.document.title}</p>
          <Heading id="exam-end" class="">{passed ? text.passed : text.notYet}</Heading>
          <p class="paper-score">{text.score(verdict.correct, verdict.of)}</p>
          <p class="sm dim">{text.needed(Math.round(exam.pass * 100))}</p>
          {gameLayer.value && verdict.points > 0 && <PointsTable entries={verdict.entries ?? []} total={verdict.points} />}
          {gameLayer.value && <BadgesEarned notices={verdict.notices} />}
          {!passed && <p class="note sm"><Icon name="info" small /><span>{left > 0 ? text.nextNow(left) : nextAt && text.nextAttempt(when().by(nextAt, new Date()))}</span></p>}
          {exam.cards.map(({ id, right, card }) => {
            const leaf = leaves.find(({ key }) => key === id)
            const response = leaf ? responseTo(kept.paper, leaf) : null
            return (
              <section key={id} class="paper-told stack" data-card={id} data-right={right}>
                <p class={right ? 'paper-mark g' : 'paper-mark w'}><Icon name={right ? 'ok' : 'igjen'} />{right ? text.right : text.wrong}</p>
                <h2>{card.prompt}</h2>
                {response !== null && <AnsweredLines card={card} response={response} seed={kept.paper.seed} />}
                {response !== null && reasons(card, response, right).map(({ about, text: reason }) => (
                  <div class="sm" key={about}>{about && <p><strong>{about}</strong></p>}<Prose text={reason} /></div>
                ))}
              </section>
            )
          })}
          <Takeaways document={told} />
          <Sources document={told} />
        </div>
        <div class="play-dock">
          {!passed && left > 0 && <button type="button" class="btn p" onClick={onAgain}>{text.tryAgain}</button>}
          <button type="button" class={passed || left === 0 ? 'btn p' : 'btn t'} onClick={onClose}>{text.done}</button>
        </div>
      </main>
    </>
  )
}
