/** Something to think over in words that nobody else reads. */
import type { ReflectionCard } from '../../../rules/cards'
import { cards } from '../../../text/cards'
import { Icon } from '../../../ui/Icon'
import { Form } from '../Form'
import type { AskProps, Parts } from '../kinds'
import { Writing } from './Writing'

function Reflection({ card, session, kept, onDraft, onAnswer, onNext }: AskProps<ReflectionCard>) {
  const t = cards()
  return (
    <Form card={card} session={session} button={kept ? t.save : t.goOn} onAnswer={onAnswer} onSkip={onNext}>
      <Writing label={t.reflection} draft={session.draft} onDraft={onDraft} />
      <p class="note sm private">
        <Icon name={kept ? 'las' : 'info'} small /><span>{kept ? <><strong>{t.onlyYou}</strong> {t.foundUnder}</> : t.notKept}</span>
      </p>
    </Form>
  )
}

export default { Ask: Reflection } satisfies Parts<ReflectionCard>
