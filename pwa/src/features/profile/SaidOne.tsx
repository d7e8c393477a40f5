/** One rating: which post, what was said, what was answered; and its deletion, asked for twice. */
import { useState } from 'preact/hooks'
import type { Rating } from '../../api/types'
import { said } from '../../text/said'
import { when } from '../../text/when'
import { Icon } from '../../ui/Icon'

export function SaidOne({ one, onRemove }: { one: Rating; onRemove: () => void }) {
  const t = said()
  const [sure, setSure] = useState(false)
  return (
    <li class="card stack">
      <p class="xs dim">{when().moment(one.changed_at, new Date())}</p>
      <h2>{one.module}</h2>
      <Opinion useful={one.useful} reason={one.reason} text={one.text} />
      {one.answers.map((answer) => (
        <div key={answer.id} class="note g">
          <Icon name="prat" small />
          <div class="grow"><p class="xs"><strong>{t.answer}</strong> · {when().moment(answer.at, new Date())}</p><p class="said-words">{answer.text}</p></div>
        </div>
      ))}
      {sure ? (
        <div class="stack">
          <p class="sm">{t.sure}</p>
          <div class="rowx said-two">
            <button type="button" class="btn s slim" onClick={onRemove}>{t.yes}</button>
            <button type="button" class="btn t slim" onClick={() => setSure(false)}>{t.keep}</button>
          </div>
        </div>
      ) : <button type="button" class="btn t slim" aria-label={`${t.remove}: ${one.module}`} onClick={() => setSure(true)}>{t.remove}</button>}
    </li>
  )
}

/** Useful or not, why, and the words. */
export function Opinion({ useful, reason, text }: { useful: boolean; reason: string | null; text: string }) {
  const t = said()
  return (
    <>
      <p class="said-chips">
        <span class={useful ? 'chip g' : 'chip'}><Icon name={useful ? 'nytte' : 'unytte'} />{useful ? t.useful : t.notUseful}</span>
        {reason && <span class="chip">{t.reasons[reason] ?? reason}</span>}
      </p>
      {text && <p class="said-words">{text}</p>}
    </>
  )
}
