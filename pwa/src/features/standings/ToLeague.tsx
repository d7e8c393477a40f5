/** The way from Lag to the league, where the organisation has one: where one stands, or that one may join. */
import { useEffect } from 'preact/hooks'
import * as answers from '../../answers'
import { me } from '../../session'
import { league } from '../../text/league'
import { shell } from '../../text/shell'
import { when } from '../../text/when'
import { Icon } from '../../ui/Icon'
import { named } from './leagues'

export function ToLeague() {
  const has = me.value?.organisation.leagues === true
  useEffect(() => {
    if (has) void answers.league.refresh()
  }, [has])
  if (!has) return null
  const t = league()
  return (
    <section class="list">
      <a class="row" href="/lag/liga">
        <span class="tile g"><Icon name="flag" /></span>
        <span class="grow"><strong class="two">{t.title}</strong><span class="sm dim">{told()}</span></span>
        <Icon name="h" small />
      </a>
    </section>
  )
}

function told(): string {
  const t = league()
  const now = answers.league.state.value.data
  if (!now || now.state === 'off' || now.state === 'out') return t.shortOut
  if (now.state === 'waiting' && now.draws_at) return t.shortWaiting(when().day(now.draws_at))
  return now.tier === null ? '' : t.short(named(now.tier), now.mine?.rank ? shell().rank(now.mine.rank) : null)
}
