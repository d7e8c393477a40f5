/** A question in a list: who, how it stands, and its first lines. */
import type { HelpRequest } from '../../api/types'
import { questionAddress } from '../../router'
import { when } from '../../text/when'
import { Icon } from '../../ui/Icon'
import { State } from './Frame'

export function Row({ one }: { one: HelpRequest }) {
  return (
    <li>
      <a class="row help-row" href={questionAddress(one.id)}>
        <span class="grow">
          <span class="help-when"><State state={one.state} /><span class="xs dim">{when().moment(one.last_word_at, new Date())}</span></span>
          {!one.mine && <strong class="two">{one.asker}</strong>}
          <span class="two help-first">{one.text}</span>
          {one.about && <span class="two sm dim">{one.about.title}</span>}
        </span>
        <Icon name="h" small />
      </a>
    </li>
  )
}
