/** The frame of a studio screen: its title, its one action, the places of the studio. */
import type { ComponentChildren } from 'preact'
import { studio } from '../../text/studio'
import { Icon } from '../../ui/Icon'
import { Screen } from '../../ui/Screen'
import { Title } from '../../ui/Title'

export type Place = 'modules' | 'paths' | 'calendar' | 'competence' | 'media' | 'translations' | 'statistics' | 'import'

const PLACES = [
  { place: 'modules', to: '/studio', icon: 'boks' },
  { place: 'paths', to: '/studio/loyper', icon: 'rute' },
  { place: 'calendar', to: '/studio/kalender', icon: 'kal' },
  { place: 'competence', to: '/studio/krav', icon: 'skjold' },
  { place: 'media', to: '/studio/medier', icon: 'bilde' },
  { place: 'statistics', to: '/studio/statistikk', icon: 'tall' },
  { place: 'translations', to: '/studio/oversettelser', icon: 'glob' },
  { place: 'import', to: '/studio/import', icon: 'last-ned' },
] as const

type Props = { on: Place; title: string; below?: string; back?: { to: string; label: string }; action?: ComponentChildren; children: ComponentChildren }

export function Frame({ on, title, below, back, action, children }: Props) {
  const t = studio()
  const header = (
    <header class="head studio-head">
      <nav class="studio-places" aria-label={t.studio}>
        {PLACES.map(({ place, to, icon }) => (
          <a key={place} href={to} aria-current={place === on ? 'page' : undefined}><Icon name={icon} small />{t.places[place]}</a>
        ))}
      </nav>
      <div class="rowx studio-title">
        {back && <a class="icon" href={back.to} aria-label={back.label}><Icon name="v" /></a>}
        <div class="grow"><Title page={title}>{title}</Title>{below && <p class="sm dim">{below}</p>}</div>
        {action}
      </div>
    </header>
  )
  return <Screen tab="studio" wide="full" header={header}>{children}</Screen>
}
