/** What is kept about one and who sees it, in five lines. */
import { welcome } from '../../text/welcome'
import { Icon } from '../../ui/Icon'
import { Frame } from './Frame'

export function Privacy({ back, next }: { back: () => void; next: () => void }) {
  const t = welcome()
  return (
    <Frame title={t.privacy} back={back}>
      <ul class="list points">
        {t.points.map(([icon, who, what]) => (
          <li key={icon}>
            <span class="tile g"><Icon name={icon} /></span>
            <p class="grow sm"><strong class="two">{who}</strong>{what}</p>
          </li>
        ))}
      </ul>
      <div class="dock"><button type="button" class="btn p" onClick={next}>{t.understood}</button></div>
    </Frame>
  )
}
