/** What players have asked colleagues about a post and let its makers read, without names; each leads to its card. */
import { useState } from 'preact/hooks'
import type { Page, PostQuestion } from '../../../api/types'
import { help } from '../../../text/help'
import { statistics } from '../../../text/statistics'
import { when } from '../../../text/when'
import { Absent, Pages, useAnswer } from '../asking'

export function Questions({ module }: { module: string }) {
  const t = statistics()
  const [number, setNumber] = useState(1)
  const asked = useAnswer<Page<PostQuestion>>(`/studio/modules/${encodeURIComponent(module)}/questions?page=${number}`)
  const found = asked.data
  return (
    <section class="stack" aria-labelledby="questions">
      <h2 id="questions">{t.questions}</h2>
      {!found || asked.error ? <Absent asked={asked} /> : found.total === 0 ? <p class="card sm dim">{t.questionsNone}</p> : (
        <>
          <p class="xs dim">{t.questionsWhy}</p>
          <ul class="stack">{found.items.map((one) => <Question key={one.id} module={module} question={one} />)}</ul>
          <Pages page={found} label={t.questions} turnTo={setNumber} />
        </>
      )}
    </section>
  )
}

function Question({ module, question: { text, answers, card, prompt, still, asked_on } }: { module: string; question: PostQuestion }) {
  const t = statistics()
  return (
    <li class="card stack">
      <p class="xs dim tight">{when().date(asked_on)}{prompt && ` · ${prompt}`}</p>
      <p class="stat-words">{text}</p>
      {answers.map((answer) => <blockquote key={answer} class="stat-words"><span class="two xs dim">{help().answered}</span>{answer}</blockquote>)}
      {card !== null && !still && <p class="xs dim tight">{t.cardGone}</p>}
      <a class="btn s slim" href={`/studio/post/${module}${card !== null && still ? `#${encodeURIComponent(card)}` : ''}`}>
        {card !== null && still ? t.openAsked : t.openPost}
      </a>
    </li>
  )
}
