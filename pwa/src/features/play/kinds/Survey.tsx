/** What somebody thinks: a step of a scale, one or several of some options, or words of their own. */
import { useRef } from 'preact/hooks'
import type { SurveyCard } from '../../../rules/cards'
import { cards } from '../../../text/cards'
import { type Draft, shownIds } from '../answering'
import { Options } from '../Choice'
import { Form } from '../Form'
import { useNumberKeys } from '../keys'
import type { AskProps, Parts } from '../kinds'
import { Writing } from './Writing'
import './words.css'

function Survey({ card, session, onDraft, onAnswer, onNext }: AskProps<SurveyCard>) {
  const t = cards()
  const { draft, seed } = session
  const many = card.many === true
  return (
    <Form card={card} session={session} button={t.send} onAnswer={onAnswer} onSkip={onNext}>
      {card.scale ? <Scale name={card.id} scale={card.scale} draft={draft} onDraft={onDraft} />
        : card.options ? (
          <Options
            name={card.id} options={card.options} shown={shownIds(card, seed)} many={many} hint={many ? t.some : null} draft={draft}
            labelledBy="play-prompt" onDraft={onDraft}
          />
        )
        : <Writing label={t.words} draft={draft} onDraft={onDraft} />}
      <p class="sm dim">{t.ungraded}</p>
    </Form>
  )
}

type ScaleProps = { name: string; scale: NonNullable<SurveyCard['scale']>; draft: Draft | null; onDraft: (draft: Draft) => void }

/** From low to high, with what the ends mean. */
function Scale({ name, scale: { least, most, low, high }, draft, onDraft }: ScaleProps) {
  const t = cards()
  const field = useRef<HTMLFieldSetElement>(null)
  const steps = Array.from({ length: most - least + 1 }, (_, i) => least + i)
  useNumberKeys(steps.length, (place) => {
    onDraft(String(steps[place]))
    field.current?.querySelectorAll('input')[place]?.focus()
  })
  const meaning = (step: number) => (step === least ? t.end(step, low) : step === most ? t.end(step, high) : undefined)
  return (
    <fieldset ref={field} aria-labelledby="play-prompt">
      <div class="scale">
        {steps.map((step) => (
          <label key={step}>
            <input
              class="sr" type="radio" name={name} value={step} checked={draft === String(step)} aria-label={meaning(step)}
              onChange={() => onDraft(String(step))}
            />
            <span>{step}</span>
          </label>
        ))}
      </div>
      <p class="sm dim scale-ends"><span>{least} – {low}</span><span>{most} – {high}</span></p>
    </fieldset>
  )
}

export default { Ask: Survey } satisfies Parts<SurveyCard>
