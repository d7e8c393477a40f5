/** One comment, without who it is: mark it, answer it. */
import { useState } from 'preact/hooks'
import { request } from '../../../api/client'
import type { Comment } from '../../../api/types'
import { said } from '../../../text/said'
import { statistics } from '../../../text/statistics'
import { when } from '../../../text/when'
import { Icon } from '../../../ui/Icon'

type Props = { comment: Comment; changed: () => void }

export function CommentCard({ comment, changed }: Props) {
  const t = statistics()
  const [answering, setAnswering] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const mark = (state: Comment['state']) => {
    setTrouble(null)
    request(`/studio/feedback/${comment.id}/state`, { method: 'PUT', body: { state } }).then(changed, () => setTrouble(t.notMarked))
  }
  return (
    <li class="card stack" data-comment={comment.id}>
      <p class="stat-chips xs dim">
        {comment.state === 'new' && <span class="chip w">{t.states.new}</span>}
        {comment.state === 'done' && <span class="chip g"><Icon name="ok" />{t.states.done}</span>}
        <span class="chip"><Icon name={comment.useful ? 'nytte' : 'unytte'} />{comment.useful ? said().useful : said().notUseful}</span>
        {comment.reason && <span class="chip">{said().reasons[comment.reason]}</span>}
        <span>{when().date(comment.said_on)} · {comment.number < 1 ? t.ofTrial : t.ofVersion(comment.number)}</span>
      </p>
      <p class="stat-words" lang={comment.language}>{comment.text}</p>
      {comment.answers.map((one) => (
        <div key={one.id} class="note g sm"><Icon name="prat" small /><div class="grow"><p class="xs"><strong>{t.yourAnswer}</strong> · {when().moment(one.at, new Date())}</p><p class="stat-words">{one.text}</p></div></div>
      ))}
      {trouble && <p class="wrong" role="alert">{trouble}</p>}
      {answering
        ? <Answer comment={comment} onDone={() => setAnswering(false)} onSent={changed} />
        : (
          <div class="rowx stat-acts">
            <button type="button" class="btn s slim" onClick={() => setAnswering(true)}>{t.answer}</button>
            {comment.state === 'new' && <button type="button" class="btn t slim" onClick={() => mark('read')}>{t.markRead}</button>}
            {comment.state === 'done'
              ? <button type="button" class="btn t slim" onClick={() => mark('new')}>{t.markNew}</button>
              : <button type="button" class="btn t slim" onClick={() => mark('done')}>{t.markDone}</button>}
          </div>
        )}
    </li>
  )
}

type AnswerProps = { comment: Comment; onDone: () => void; onSent: () => void }

function Answer({ comment, onDone, onSent }: AnswerProps) {
  const t = statistics()
  const [key] = useState(() => crypto.randomUUID())
  const [text, setText] = useState('')
  const [state, setState] = useState<'ready' | 'lacking' | 'sending' | 'failed'>('ready')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (state === 'sending') return
    if (text.trim() === '') {
      setState('lacking')
      ;(event.currentTarget as HTMLFormElement).querySelector('textarea')?.focus()
      return
    }
    setState('sending')
    request(`/studio/feedback/${comment.id}/answers`, { method: 'POST', body: { key, text } }).then(
      () => {
        onDone()
        onSent()
      },
      () => setState('failed'),
    )
  }
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <label class="field">
        <span>{t.answerLabel}</span>
        <textarea
          class="inp stat-field" rows={3} maxLength={600} value={text} aria-describedby={`why-${comment.id}`} aria-invalid={state === 'lacking'}
          onInput={(event) => {
            setText(event.currentTarget.value)
            if (state !== 'sending') setState('ready')
          }}
        />
        <small id={`why-${comment.id}`} class="dim">{t.answerWhy}</small>
      </label>
      <p class="wrong tight" role="status">{state === 'lacking' ? t.write : state === 'failed' ? t.notSent : ''}</p>
      <div class="rowx stat-acts">
        <button type="submit" class="btn slim" aria-disabled={state === 'sending'}>{state === 'sending' ? t.sending : t.send}</button>
        <button type="button" class="btn t slim" onClick={onDone}>{t.cancel}</button>
      </div>
    </form>
  )
}
