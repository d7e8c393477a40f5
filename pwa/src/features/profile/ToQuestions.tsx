/** The way to questions between colleagues, for those who have somebody to ask or are asked. */
import { useEffect } from 'preact/hooks'
import * as answers from '../../answers'
import { help } from '../../text/help'
import { Icon } from '../../ui/Icon'

export function ToQuestions() {
  const t = help()
  useEffect(() => void answers.help.refresh(), [])
  const now = answers.help.state.value.data
  if (!now || !(now.place || now.helps || now.open + now.answered > 0)) return null
  const news = now.waiting > 0 ? t.waiting(now.waiting) : now.answered > 0 ? t.gotAnswer(now.answered) : t.titleWhy
  return (
    <div class="list">
      <a class="row" href="/sporsmal">
        <span class="tile g"><Icon name="spor" /></span>
        <span class="grow"><strong>{t.title}</strong><span class="two sm dim">{news}</span></span>
        <Icon name="h" small />
      </a>
    </div>
  )
}
