/** The test before or after a path, where one is offered: voluntary. */
import * as answers from '../../answers'
import { waiting } from '../../offline/outbox'
import { testAddress } from '../../router'
import { shell } from '../../text/shell'
import { today } from '../../text/today'
import { Icon } from '../../ui/Icon'

export function OfferedTests({ run }: { run: string }) {
  const t = today()
  const sent = (kind: string) => waiting.value.some(({ letter }) => letter.kind === kind && letter.run === run)
  const offered = (answers.today.state.value.data?.tests ?? []).filter((one) => one.run === run && !sent(one.kind))
  if (offered.length === 0) return null
  return (
    <ul class="list">
      {offered.map(({ kind, cards, minutes }) => (
        <li key={kind}>
          <a class="row" href={testAddress(run, kind)}>
            <span class="tile g"><Icon name="ok" /></span>
            <span class="grow"><strong>{t.testTitle[kind]}</strong><span class="two sm dim">{t.testWhat(cards, shell().minutes(minutes))}</span></span>
            <Icon name="h" small />
          </a>
        </li>
      ))}
    </ul>
  )
}
