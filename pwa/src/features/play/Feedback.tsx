/** The answer, marked, and the sheet that explains it. The sheet stands below the options and never over them. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Exercise } from '../../rules/cards'
import { grade } from '../../rules/grading'
import { Icon } from '../../ui/Icon'
import { reasons } from './explaining'
import { punch } from './haptics'
import { partsOf } from './kinds'
import { Prose } from './Prose'
import { useQuiet } from './quiet'
import { type Answer, type Session } from './session'
import { words } from './words'

type Props = { card: Exercise; session: Session; answer: Answer; finish: string; ask: string | null; onNext: () => void }

export function Feedback({ card, session, answer, finish, ask, onNext }: Props) {
  const text = words()
  const Level = useQuiet() ? 'h2' : 'h1'
  const right = grade(card, answer.response) === 'right'
  const isLast = session.queue.length === 1
  const { Lines, Note } = partsOf(card)
  const given = { card, response: answer.response, seed: session.seed }
  return (
    <>
      <div class="wrap stack play-content">
        <Level class="lead">{card.prompt}</Level>
        {card.body && <div class="sm dim"><Prose text={card.body} /></div>}
        {Lines && <Lines {...given} />}
      </div>
      <Sheet right={right}>
        {Note && <Note {...given} />}
        {reasons(card, answer.response, right).map(({ about, text: reason }) => (
          <div class="play-reason">{about && <p class="sm"><strong>{about}</strong></p>}<Prose text={reason} /></div>
        ))}
        {!right && <p class="sm rowx"><Icon name="runde" small />{isLast ? text.comesAgainSoon : text.comesAgain}</p>}
        <div class="play-next">
          {!right && ask && <a class="icon play-ask" href={ask} aria-label={text.ask} title={text.ask}><Icon name="spor" /></a>}
          <button type="button" class="btn p" onClick={onNext}>{right && isLast ? finish : text.next}</button>
        </div>
      </Sheet>
    </>
  )
}

function Sheet({ right, children }: { right: boolean; children: preact.ComponentChildren }) {
  const text = words()
  const sheet = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const quiet = useQuiet()
  useLayoutEffect(() => {
    if (quiet) return
    const fits = (sheet.current?.offsetHeight ?? 0) <= window.innerHeight
    heading.current?.focus({ preventScroll: true })
    sheet.current?.scrollIntoView({ block: fits ? 'end' : 'start' })
    if (right) punch()
  }, [])
  return (
    <section class={right ? 'svar g stack' : 'svar stack'} role="status" aria-labelledby="play-verdict" ref={sheet}>
      <h2 class="lead rowx" id="play-verdict" tabIndex={-1} ref={heading}>
        <Icon name={right ? 'ok' : 'igjen'} />{right ? text.right : text.wrong}
      </h2>
      {children}
    </section>
  )
}
