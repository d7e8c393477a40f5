/** A question and what was said to it, for who asked and who helps. */
import { useEffect, useState } from 'preact/hooks'
import * as answers from '../../answers'
import type { HelpThread } from '../../api/types'
import * as written from '../../offline/written'
import { help } from '../../text/help'
import { shell } from '../../text/shell'
import { when } from '../../text/when'
import { AsOf, Message, Skeleton } from '../../ui/States'
import { Acts } from './Acts'
import { forgetThread, threadOf } from './asked'
import { Compose } from './Compose'
import { About, Frame, State } from './Frame'
import { mayDo, namesOf, repliesNotSent } from './logic'
import { NotSent } from './NotSent'

export default function Thread({ id }: { id: string }) {
  const t = help()
  const [thread] = useState(() => threadOf(id))
  const state = thread.state.value
  const landed = written.landed.value
  useEffect(() => {
    if (landed?.thread.id === id) thread.set(landed.thread)
    else void thread.refresh()
    void answers.help.refresh()
  }, [landed])
  const gone = state.error?.status === 404
  useEffect(() => {
    if (gone) void forgetThread(id)
  }, [gone])
  return (
    <Frame title={t.question} back="/sporsmal" backLabel={t.toQuestions}>
      {gone ? <Message icon="spor" title={t.gone} why={t.goneWhy} />
        : state.data ? <><AsOf state={state} /><Talk thread={state.data} onChange={thread.set} /></>
        : state.error ? (
          <Message icon="utenett" title={shell().offlineEmpty} why={shell().offlineEmptyWhy}>
            <button type="button" class="btn s" onClick={() => void thread.refresh()}>{shell().retry}</button>
          </Message>
        )
        : <Skeleton />}
    </Frame>
  )
}

function Talk({ thread, onChange }: { thread: HelpThread; onChange: (thread: HelpThread) => void }) {
  const t = help()
  const waiting = repliesNotSent(written.unsent.value, thread.id)
  const readers = thread.helpers.length > 0 ? t.readers(t.and(namesOf(thread.helpers, t.others))) : t.noReaders
  return (
    <>
      <p class="help-when"><State state={thread.state} /><span class="xs dim">{thread.department}</span></p>
      {thread.about && <About {...thread.about} />}
      <ol class="help-talk" aria-label={t.talk}>
        <Said author={thread.mine ? null : thread.asker} at={thread.asked_at} text={thread.text} />
        {thread.replies.map((one) => <Said key={one.id} author={one.mine ? null : one.author} at={one.at} text={one.text} />)}
      </ol>
      {waiting.length > 0 && <ul class="list">{waiting.map((one) => <NotSent key={one.id} one={one} />)}</ul>}
      {thread.mine && thread.state === 'open' && <p class="xs dim">{readers}</p>}
      {thread.shared && <p class="xs dim">{t.toldMaker}</p>}
      <Acts thread={thread} onChange={onChange} />
      {mayDo(thread).write && (
        <Compose
          key={thread.id} place={`svar/${thread.id}`} request={thread.id} about={null} label={thread.mine ? t.moreLabel : t.answerLabel}
          button={thread.mine ? t.reply : t.answer} lacking={t.writeFirst} primary={!thread.mine} onSent={() => undefined}
        />
      )}
    </>
  )
}

/** One word in the talk; one's own has no name but "you". */
function Said({ author, at, text }: { author: string | null; at: string; text: string }) {
  return (
    <li class={author === null ? 'card help-own' : 'card'}>
      <p class="help-when"><strong class="sm">{author ?? help().you}</strong><span class="xs dim">{when().moment(at, new Date())}</span></p>
      <p class="help-text">{text}</p>
    </li>
  )
}
