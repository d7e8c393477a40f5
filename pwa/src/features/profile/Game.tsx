/** How one appears to others, and whether there is a game at all. */
import { useState } from 'preact/hooks'
import type { Me } from '../../api/types'
import { profile } from '../../text/profile'
import { change, changed } from './change'
import { Check } from './Check'
import { aliasOf } from './logic'

export function Game({ me }: { me: Me }) {
  const t = profile()
  const { settings } = me
  if (me.organisation.game_layer === false) return <p class="note sm">{t.noGame}</p>
  return (
    <section aria-label={t.game}>
      <ul class="list">
        <li class="pad">
          <Check label={t.gameLayer} help={t.gameLayerHelp} checked={settings.game_layer} onChange={(game_layer) => void change({ game_layer })} />
        </li>
        {settings.game_layer && (
          <>
            <li class="pad">
              <Check label={t.onBoards} help={t.onBoardsHelp} checked={settings.on_boards} onChange={(on_boards) => void change({ on_boards })} />
            </li>
            <li class="pad">
              <Check label={t.showName} help={t.showNameHelp} checked={settings.show_name} onChange={(show_name) => void change({ show_name })} />
            </li>
            {me.organisation.leagues && settings.on_boards && (
              <li class="pad">
                <Check label={t.inLeague} help={t.inLeagueHelp} checked={settings.in_league} onChange={(in_league) => void change({ in_league })} />
              </li>
            )}
            <li class="pad"><Alias key={settings.alias} alias={settings.alias} /></li>
          </>
        )}
      </ul>
      <p class="sm told" role="status">{told()}</p>
    </section>
  )
}

function told(): string {
  const t = profile()
  switch (changed.value) {
    case 'saved':
      return t.saved
    case 'offline':
      return t.needsNet
    case 'failed':
      return t.notSaved
    case null:
      return ''
  }
}

function Alias({ alias }: { alias: string | null }) {
  const t = profile()
  const [text, setText] = useState(alias ?? '')
  const [wrong, setWrong] = useState(false)
  const submit = (event: Event) => {
    event.preventDefault()
    const wanted = aliasOf(text)
    setWrong(wanted === undefined)
    if (wanted !== undefined) void change({ alias: wanted })
  }
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <label class="field">
        <span>{t.alias}</span>
        <input
          class="inp" value={text} maxLength={48} autocomplete="off" aria-invalid={wrong} aria-describedby="alias-help"
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <small id="alias-help" class={wrong ? 'wrong' : 'xs dim'}>{wrong ? t.aliasWrong : t.aliasHelp}</small>
      </label>
      <button type="submit" class="btn s">{t.save}</button>
    </form>
  )
}
