/** Language, and what is chosen for this device alone. */
import { TEXT_SIZES, type Theme, chooseTextSize, chooseTheme, textSize, theme } from '../../device'
import { LANGUAGES, LANGUAGE_NAMES, language } from '../../text'
import { profile } from '../../text/profile'
import { speak } from './change'
import { Choice } from './Choice'

const THEMES: readonly Theme[] = ['auto', 'light', 'dark']

export function Device() {
  const t = profile()
  return (
    <ul class="list">
      <li class="pad">
        <Choice
          legend={t.language} name="language" value={language.value}
          all={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value], lang: value }))}
          onChoose={(value) => void speak(value)}
        />
      </li>
      <li class="pad">
        <Choice
          legend={t.theme} name="theme" value={theme.value}
          all={THEMES.map((value) => ({ value, label: t.themes[value] }))} onChoose={chooseTheme}
        />
      </li>
      <li class="pad">
        <Choice
          legend={t.textSize} name="text" value={textSize.value}
          all={TEXT_SIZES.map((value) => ({ value, label: `${value}\u00a0%` }))} onChoose={chooseTextSize}
        />
        <p class="xs dim below">{t.onDevice}</p>
      </li>
    </ul>
  )
}
