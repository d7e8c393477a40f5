/** The four places of the app: at the foot of a phone, at the side of a wide screen. */
import { gameLayer, leads, makes } from '../session'
import { shell } from '../text/shell'
import { Icon } from './Icon'
import { Logo } from './Land'

export type Tab = 'today' | 'path' | 'team' | 'me' | 'people' | 'studio'

const PLACES = [
  { tab: 'today', to: '/', icon: 'flag' },
  { tab: 'path', to: '/loype', icon: 'rute' },
  { tab: 'team', to: '/lag', icon: 'lag' },
  { tab: 'me', to: '/meg', icon: 'meg' },
] as const

/** Where there is room these stand beside the four; on a phone one comes to them by Meg. */
const DESKS = [
  { tab: 'people', to: '/folk', icon: 'folk', mine: leads },
  { tab: 'studio', to: '/studio', icon: 'boks', mine: makes },
] as const

export function Tabs({ on }: { on: Tab | null }) {
  const t = shell()
  const places = PLACES.filter(({ tab }) => tab !== 'team' || gameLayer.value)
  const desks = DESKS.filter(({ mine }) => mine.value)
  const within = on === 'people' || on === 'studio'
  return (
    <nav class="tabs" aria-label={t.menu}>
      <Logo />
      {places.map(({ tab, to, icon }) => (
        <a key={tab} href={to} class={within && tab === 'me' ? 'within' : undefined} aria-current={tab === on ? 'page' : undefined}>
          <Icon name={icon} />{t[tab]}
        </a>
      ))}
      {desks.map(({ tab, to, icon }) => (
        <a key={tab} class="desk" href={to} aria-current={tab === on ? 'page' : undefined}><Icon name={icon} />{t[tab]}</a>
      ))}
    </nav>
  )
}
