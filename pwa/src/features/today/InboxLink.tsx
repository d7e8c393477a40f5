/** The way to the inbox, with how many are new. */
import { inbox } from '../../text/inbox'
import { Icon } from '../../ui/Icon'

export function InboxLink({ unread }: { unread: number }) {
  return (
    <a class="icon" href="/innboks" aria-label={inbox().link(unread)}>
      <Icon name="boks" />
      {unread > 0 && <span class="dot" aria-hidden="true">{unread}</span>}
    </a>
  )
}
