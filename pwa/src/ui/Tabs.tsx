/** The four places of the app: at the foot of a phone, at the side of a wide screen. */
import { gameLayer, leads } from '../session'
import { shell } from '../text/shell'
import { Icon } from './Icon'
import { Logo } from './Land'

export type Tab = 'today' | 'path' | 'team' | 'me' | 'people'

const PLACES = [
  { tab: 'today', to: '/', icon: 'flag' },
  { tab: 'path', to: '/loype', icon: 'rute' },
  { tab: 'team', to: '/lag', icon: 'lag' },
  { tab: 'me', to: '/meg', icon: 'meg' },
] as const

export function Tabs({ on }: { on: Tab | null }) {
  const t = shell()
  const places = PLACES.filter(({ tab }) => tab !== 'team' || gameLayer.value)
  return (
    <nav class="tabs" aria-label={t.menu}>
      <Logo />
      {places.map(({ tab, to, icon }) => (
        <a key={tab} href={to} aria-current={tab === on ? 'page' : undefined}><Icon name={icon} />{t[tab]}</a>
      ))}
      {leads.value && <a class="desk" href="/folk" aria-current={on === 'people' ? 'page' : undefined}><Icon name="folk" />{t.people}</a>}
    </nav>
  )
}
