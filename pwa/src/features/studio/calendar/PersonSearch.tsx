/** Somebody found by name, among those one may see by name. Each look is noted, and they can read it. */
import { useState } from 'preact/hooks'
import type { ListedPerson, Page } from '../../../api/types'
import { calendar } from '../../../text/calendar'
import { Absent, useAnswer } from '../asking'

export type Person = { id: string; name: string }
type Props = { chosen: Person | null; choose: (person: Person | null) => void }

export function PersonSearch({ chosen, choose }: Props) {
  const t = calendar()
  const [text, setText] = useState('')
  const [sought, setSought] = useState('')
  if (chosen) {
    return (
      <div class="rowx">
        <strong class="grow">{chosen.name}</strong>
        <button type="button" class="btn s slim" onClick={() => choose(null)}>{t.another}</button>
      </div>
    )
  }
  return (
    <>
      <form
        class="stack" role="search" onSubmit={(event) => {
          event.preventDefault()
          setSought(text.trim())
        }}
      >
        <label class="field">
          <span>{t.personName}</span>
          <input class="inp" type="search" value={text} maxLength={100} autocomplete="off" onInput={(event) => setText(event.currentTarget.value)} />
        </label>
        <button type="submit" class="btn s slim">{t.find}</button>
      </form>
      {sought !== '' && <Found sought={sought} choose={choose} />}
      <p class="xs dim">{t.noted}</p>
    </>
  )
}

function Found({ sought, choose }: { sought: string; choose: Props['choose'] }) {
  const t = calendar()
  const asked = useAnswer<Page<ListedPerson>>(`/people?q=${encodeURIComponent(sought)}`)
  const found = asked.data
  if (!found || asked.error) return <Absent asked={asked} />
  return (
    <>
      <p class="sm" role="status">{found.total === 0 ? t.nobody : found.total > found.items.length ? t.manyPeople(found.items.length, found.total) : ''}</p>
      <ul class="list calendar-people">
        {found.items.map(({ id, name, departments }) => (
          <li key={id}>
            <button type="button" class="row" onClick={() => choose({ id, name })}>
              <span class="grow">{name}<span class="two sm dim light">{departments.map((one) => one.name).join(', ')}</span></span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
