/** Kompetanse: what is required of one, until when it holds, what is left, and the certificates. */
import { useEffect } from 'preact/hooks'
import * as answers from '../../answers'
import { competence } from '../../text/competence'
import { Icon } from '../../ui/Icon'
import { Screen } from '../../ui/Screen'
import { AsOf, Message, Pending } from '../../ui/States'
import { Title } from '../../ui/Title'
import { Card } from './Card'
import './competence.css'

export default function Competence() {
  const t = competence()
  const state = answers.competence.state.value
  useEffect(() => void answers.competence.refresh(), [])
  if (!state.data) return <Pending tab="path" page={t.title} state={state} retry={() => void answers.competence.refresh()} />
  const header = (
    <header class="top in">
      <a class="icon" href="/loype" aria-label={t.toPath}><Icon name="v" /></a>
      <div class="grow"><Title page={t.title}>{t.title}</Title></div>
    </header>
  )
  return (
    <Screen tab="path" header={header}>
      <AsOf state={state} />
      {state.data.items.length === 0 ? <Message icon="skjold" title={t.none} why={t.noneWhy} /> : <p class="dim">{t.why}</p>}
      {state.data.items.map((one) => <Card key={one.id} one={one} />)}
      <p class="sm dim">{t.credentialWhy}</p>
      <a class="textlink" href="/kontroll">{t.checkLink}<Icon name="h" small /></a>
    </Screen>
  )
}
